/* SPDX-License-Identifier: Apache-2.0 */
/** What several trainings in a row share: where they keep their files, and how they are shown. */
package org.docket.cli.training.work;
