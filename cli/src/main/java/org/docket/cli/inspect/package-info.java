/* SPDX-License-Identifier: Apache-2.0 */
/** {@code docket inspect}: what a model tells about itself. */
package org.docket.cli.inspect;
