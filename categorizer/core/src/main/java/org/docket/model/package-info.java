/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The immutable model, as plain arrays with their shapes, and its file: a bounded reader and a
 * deterministic writer.
 *
 * <p>What the numbers do is told in {@code org.docket.inference}; how they are found, in
 * docket-training.
 *
 * <p>For Docket's own modules; not API.
 */
package org.docket.model;
