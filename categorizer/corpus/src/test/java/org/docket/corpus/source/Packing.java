/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Compressions, to pack what is read in tests. */
@FunctionalInterface
interface Packing {

  Map<String, Packing> COMPRESSIONS = compressions();
  Map<String, Packing> ALL = all();

  OutputStream open(OutputStream out) throws IOException;

  default byte[] pack(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = open(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  /** Lines that cannot be packed to much less. */
  static String noise(int length) {
    Random random = new Random(length);
    StringBuilder noise = new StringBuilder("category,narrative\n");
    while (noise.length() < length) {
      noise.append("a,").append(Long.toString(random.nextLong(), 36)).append('\n');
    }
    return noise.toString();
  }

  private static Map<String, Packing> compressions() {
    Map<String, Packing> all = new LinkedHashMap<>();
    all.put("gzip", GZIPOutputStream::new);
    all.put("bzip2", out -> new BZip2CompressorOutputStream(out, 1));
    all.put("xz", out -> new XZOutputStream(out, new LZMA2Options(1)));
    all.put("zst", ZstdOutputStream::new);
    return all;
  }

  private static Map<String, Packing> all() {
    Map<String, Packing> all = new LinkedHashMap<>(compressions());
    for (Map.Entry<String, Packing> inner : compressions().entrySet()) {
      all.put(inner.getKey() + " in gzip", out -> inner.getValue().open(new GZIPOutputStream(out)));
    }
    return all;
  }

  /** A zip of one member. */
  static OutputStream zip(OutputStream out, String member) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.putNextEntry(new ZipEntry(member));
    return zip;
  }
}
