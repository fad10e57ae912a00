/* SPDX-License-Identifier: Apache-2.0 */

/** Tags the rows of a data lake in Spark, with Docket's model. */
package com.example.tagging;
