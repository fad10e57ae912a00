/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the command line says of the way.
 *
 * @param home where this machine sees the Solr home
 * @param copied whether a person has put the model in its place
 * @param patience how long cores may take to come to serve it
 */
record Wishes(Optional<Path> home, boolean copied, Duration patience) {}
