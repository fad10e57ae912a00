/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.docket.solr.server.web.SafeHeaders;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.HandlerWrapper;

/** What every request goes through, whether it is for the page or for Solr. */
final class FrontHandler extends HandlerWrapper {

  FrontHandler(Handler behind) {
    setHandler(behind);
  }

  @Override
  public void handle(
      String target, Request base, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    SafeHeaders.add(response);
    super.handle(target, base, request, response);
  }
}
