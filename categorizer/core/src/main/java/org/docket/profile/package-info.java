/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a model makes of documents of its own kind: how much of their vocabulary it knows, so that
 * it can tell others from them, and how it tags them, so that drift can be told.
 *
 * <p>For Docket's own modules; not API.
 */
package org.docket.profile;
