/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.DispatcherType;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.docket.solr.server.guard.Access;
import org.docket.solr.server.guard.Guard;
import org.docket.solr.server.guard.Refusal;
import org.docket.solr.server.web.PlainAnswer;
import org.docket.solr.server.web.SafeHeaders;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.HandlerWrapper;

/** What every request goes through first, whether it is for the page or for Solr. */
final class FrontHandler extends HandlerWrapper {

  private final Guard guard;

  FrontHandler(Access access, Handler behind) {
    this.guard = new Guard(access);
    setHandler(behind);
  }

  @Override
  public void handle(
      String target, Request base, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (request.getDispatcherType() != DispatcherType.REQUEST) {
      super.handle(target, base, request, response); // it has been here before
      return;
    }
    SafeHeaders.add(response);
    try {
      Optional<HttpServletRequest> checked = guard.check(target, request, response);
      if (checked.isPresent()) {
        super.handle(target, base, checked.get(), response);
      }
    } catch (Refusal e) {
      PlainAnswer.send(response, HttpServletResponse.SC_FORBIDDEN, e.getMessage());
    }
    base.setHandled(true);
  }
}
