/* SPDX-License-Identifier: Apache-2.0 */
/** What people reviewed, as a training takes it. */
package org.docket.cli.training.reviewed;
