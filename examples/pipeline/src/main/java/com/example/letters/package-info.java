/* SPDX-License-Identifier: Apache-2.0 */
/**
 * An OpenNLP pipeline as people have it. It knows OpenNLP only; that the categorizer's model is one
 * of Docket's shows nowhere but in the class path and a system property.
 */
package com.example.letters;
