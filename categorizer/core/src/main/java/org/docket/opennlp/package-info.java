/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What OpenNLP's own machinery loads by name, so that {@code new DoccatModel(path)} and the stock
 * command line work with Docket's models.
 *
 * <p>OpenNLP admits these classes if the system property {@code OPENNLP_EXT_ALLOWED_PACKAGES} names
 * {@code org.docket.}, or after {@code ExtensionLoader.registerAllowedPackage("org.docket.")}.
 *
 * <p>The names of the factory and the serializer are API: they stand in model files.
 */
package org.docket.opennlp;
