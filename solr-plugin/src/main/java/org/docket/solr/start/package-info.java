/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What is looked at when a core starts or reloads: where the processor stands, whether requests
 * come there, and whether the fields fit. What would tag nothing, or nonsense, is refused with what
 * to do, or told in one line.
 */
package org.docket.solr.start;
