/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The page as Jetty serves it: static files from the class path, and the {@code config.json} that
 * tells them which collection they show. Knows nothing of Solr.
 */
package org.docket.solr.server.web;
