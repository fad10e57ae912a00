/* SPDX-License-Identifier: Apache-2.0 */
/** Cross-validation: each part of the documents is answered by a model that learned the others. */
package org.docket.cli.training.folds;
