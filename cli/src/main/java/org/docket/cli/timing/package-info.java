/* SPDX-License-Identifier: Apache-2.0 */
/** How commands measure speed: {@link org.docket.cli.timing.Laps}. JMH does so in benchmarks. */
package org.docket.cli.timing;
