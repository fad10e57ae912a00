/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Locale;
import org.apache.solr.core.CoreContainer;
import org.docket.error.DocketException;

/**
 * The file store of a Solr node in SolrCloud, whose classes have other names in other versions of
 * Solr: {@code FileStore}, which the container has, since 9.8; before, {@code PackageStore}, which
 * its package store API has.
 */
final class SolrFileStore {

  /** What there is at a path, as in Solr's {@code FileType}. */
  enum FileType {
    FILE,
    DIRECTORY,
    NOFILE,
    METADATA
  }

  private final Object store;

  private SolrFileStore(Object store) {
    this.store = store;
  }

  /** The store of a node that is in a cluster. */
  static SolrFileStore of(CoreContainer container) {
    return new SolrFileStore(
        hasMethod(container, "getFileStore")
            ? call(container, "getFileStore")
            : call(call(container, "getPackageStoreAPI"), "getPackageStore"));
  }

  /**
   * Tells what is at a path, after fetching it from another node if this one does not have it and
   * another one that is alive does.
   *
   * @param path begins with a slash
   * @throws DocketException if the path leads out of the store
   */
  FileType fetch(String path) {
    try {
      Method getType = store.getClass().getMethod("getType", String.class, boolean.class);
      return FileType.valueOf(getType.invoke(store, path, true).toString());
    } catch (InvocationTargetException e) {
      throw new DocketException("Solr's file store: " + e.getCause().getMessage(), e.getCause());
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw unknown(e);
    }
  }

  private static boolean hasMethod(Object object, String name) {
    try {
      object.getClass().getMethod(name);
      return true;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private static Object call(Object object, String name) {
    try {
      return object.getClass().getMethod(name).invoke(object);
    } catch (ReflectiveOperationException e) {
      throw unknown(e);
    }
  }

  private static DocketException unknown(Exception e) {
    return new DocketException(
        String.format(
            Locale.ROOT,
            "this version of Solr has a file store that Docket does not know (%s); name a file that"
                + " is on each node",
            e),
        e);
  }
}
