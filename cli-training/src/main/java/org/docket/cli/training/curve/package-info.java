/* SPDX-License-Identifier: Apache-2.0 */
/** The learning curve: how models get better with more documents, and what still more would buy. */
package org.docket.cli.training.curve;
