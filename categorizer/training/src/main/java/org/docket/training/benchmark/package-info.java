/* SPDX-License-Identifier: Apache-2.0 */
/** Steps of a training to measure their speed. Nothing that trains depends on it. Not API. */
package org.docket.training.benchmark;
