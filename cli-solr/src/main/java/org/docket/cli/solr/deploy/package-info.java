/* SPDX-License-Identifier: Apache-2.0 */
/**
 * {@code docket deploy}: a model into service in a Solr that runs, and back.
 *
 * <p>{@link org.docket.cli.solr.deploy.DeployCommand} looks where the model lies: in a file that
 * this machine can write ({@code DiskDeployment}), in SolrCloud ({@code CloudDeployment}), or where
 * only a person can put it ({@code CopiedDeployment}). Each way ends with {@code ServiceCheck},
 * which believes only what Solr answers.
 */
package org.docket.cli.solr.deploy;
