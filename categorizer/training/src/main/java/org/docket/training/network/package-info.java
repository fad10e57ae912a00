/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A configuration's network in Deeplearning4j: built, fed with batches, and its weights taken out
 * again as the plain arrays that serving reads. Not API.
 */
package org.docket.training.network;
