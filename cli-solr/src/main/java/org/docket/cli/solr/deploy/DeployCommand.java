/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.cli.OutputMixin;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.collection.CollectionMixin;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.error.DocketException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code docket deploy}: a model into service in Solr, and back. */
@Command(
    name = "deploy",
    headerHeading =
        "Example:%n"
            + "  ./docket deploy --model new.bin --solr http://127.0.0.1:8983/solr/complaints%n%n",
    mixinStandardHelpOptions = true,
    description = {
      "Puts a model where a collection finds it, has Solr reload, and makes sure that it serves: by"
          + " its hash, and by its answers to known texts. Where that fails, the old one serves"
          + " again.",
      "Where this machine has the Solr home, the file is replaced; in SolrCloud the model goes into"
          + " Solr's file store, and each replica is looked at."
    })
public final class DeployCommand implements DocketCommand {

  private static final int MAX_WAIT = 3600;

  @Option(names = "--model", paramLabel = "MODEL", description = "Any OpenNLP doccat model.")
  private Path model;

  @Option(names = "--rollback", description = "Back to the model that served before.")
  private boolean rollback;

  @Option(names = "--check", description = "Change nothing: only make sure that this model serves.")
  private boolean check;

  @Option(
      names = "--copied",
      description = "The model is in its place on another machine already: reload, and look.")
  private boolean copied;

  @Option(
      names = "--solr-home",
      paramLabel = "DIR",
      description = "Where this machine sees the Solr home, if elsewhere, as with a container.")
  private Path home;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long Solr may take to come to serve it (default: 60).")
  private int wait;

  @Mixin private CollectionMixin collections;
  @Mixin private OutputMixin output;

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireOptions();
    Report report = new Report(output);
    Optional<NewModel> wanted =
        model == null ? Optional.empty() : Optional.of(NewModel.load(model));
    try (SolrCollection collection = collections.open()) {
      CollectionInfo info = collection.info();
      report.fact("before", info.model().tag());
      try (Place place = Place.of(collection, info, wishes(), report)) {
        Deployment.CollectionTexts texts = loaded -> KnownTexts.of(collection, info, loaded);
        if (wanted.isPresent()) {
          bring(wanted.get(), texts, place, report);
        } else {
          place.deployment().rollBack(texts);
          report.fact("status", "rolled back");
        }
      }
      new Outcome(collection, report).tell();
    }
    report.end();
    return ExitCode.DONE;
  }

  private void bring(NewModel wanted, Deployment.CollectionTexts texts, Place place, Report report)
      throws IOException, InterruptedException {
    List<String> known = texts.of(wanted);
    if (!check && !place.deployment().isInService(wanted)) {
      place.deployment().deploy(wanted, known);
      report.fact("status", "deployed");
      return;
    }
    ServiceCheck service = new ServiceCheck(place.cores(), Duration.ZERO);
    service.awaitHash(wanted.sha256());
    report.fact("textsCompared", service.requireAnswers(wanted, known));
    report.fact("status", "in service already");
    report.say("%s is in service already, and answers as it does here", wanted.file());
  }

  private Wishes wishes() {
    return new Wishes(Optional.ofNullable(home), copied, Duration.ofSeconds(wait));
  }

  private void requireOptions() {
    if (rollback == (model != null)) {
      throw new DocketException(
          rollback
              ? "--rollback goes back to the model of before; leave out --model"
              : "which model? name it by --model, or go back by --rollback");
    }
    if (rollback && (check || copied)) {
      throw new DocketException("--check and --copied go with --model, not with --rollback");
    }
    if (check && copied) {
      throw new DocketException("--check changes nothing, and --copied reloads; leave one out");
    }
    if (home != null && copied) {
      throw new DocketException(
          "--copied is for a machine whose disk this one does not see; leave out --solr-home, or"
              + " let deploy copy");
    }
    if (home != null && !Files.isDirectory(home)) {
      throw new DocketException("--solr-home is " + home + ", which is no folder here");
    }
    if (wait < 1 || wait > MAX_WAIT) {
      throw new DocketException("--wait is " + wait + "; it must be from 1 to " + MAX_WAIT);
    }
  }
}
