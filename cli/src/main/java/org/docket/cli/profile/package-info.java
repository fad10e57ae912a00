/* SPDX-License-Identifier: Apache-2.0 */
/** {@code docket profile}: measures what a model makes of documents of its own kind. */
package org.docket.cli.profile;
