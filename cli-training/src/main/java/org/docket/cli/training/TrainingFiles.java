/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.docket.cli.Progress;
import org.docket.cli.training.reviewed.Reviews;
import org.docket.corpus.CorpusCounts;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.CorpusReader;
import org.docket.corpus.LabelledText;
import org.docket.corpus.NoDocuments;
import org.docket.error.DocketException;
import org.docket.training.Warmup;
import org.docket.training.config.OptimizationConfig;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.AnalysedCorpus;
import org.docket.training.data.DataFile;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.EncodedCorpusBuilder;
import org.docket.training.data.TeacherData;
import org.docket.training.data.TrainingData;

/** Reads the files that a training is about; of their texts no more than one is held. */
final class TrainingFiles {

  private final CorpusOptions options;
  private final SoftLabelMixin soft;
  private final Reviews reviews;
  private final Optional<Lessons> lessons;
  private final Path temporary;
  private final List<String> remarks = new ArrayList<>();
  private List<DataFile> trainingFiles = List.of();
  private List<DataFile> validationFiles = List.of();
  private List<DataFile> reviewedFiles = List.of();
  private TeacherData teacher = TeacherData.NONE;
  private CorpusCounts counts = CorpusCounts.NONE;
  private boolean measures = true;

  /** Without probabilities, but for those that stand in columns of the files. */
  TrainingFiles(CorpusOptions options, Path temporary) {
    this(options, Reviews.none(), temporary);
  }

  /** As {@link #TrainingFiles(CorpusOptions, Path)}, with what people reviewed. */
  TrainingFiles(CorpusOptions options, Reviews reviews, Path temporary) {
    this(options, new SoftLabelMixin(), reviews, Optional.empty(), temporary);
  }

  /**
   * Takes what all files have in common.
   *
   * @param soft where probabilities are
   * @param reviews what people reviewed
   * @param lessons who makes them, if nobody else has
   * @param temporary the folder of a temporary file, for a corpus that is larger than memory
   */
  TrainingFiles(
      CorpusOptions options,
      SoftLabelMixin soft,
      Reviews reviews,
      Optional<Lessons> lessons,
      Path temporary) {
    this.options = options;
    this.soft = soft;
    this.reviews = reviews;
    this.lessons = lessons;
    this.temporary = temporary;
  }

  /** Of which nobody measures anything: the files to validate on may be those to train on. */
  TrainingFiles unmeasured() {
    measures = false;
    return this;
  }

  /**
   * Reads and analyses training and validation data.
   *
   * @param validation may be empty: then a part of the training data is split off
   * @return the data, whose corpus is for the caller to close
   */
  TrainingData read(List<Path> training, List<Path> validation, TrainingConfig config) {
    EncodedCorpus corpus =
        read(training, validation, config, builder -> corpus(builder, validation, config));
    corpus.remark().ifPresent(remarks::add);
    return data(corpus);
  }

  /**
   * Reads and analyses training and validation data, of which many corpora are to be made.
   *
   * @return for the caller to close
   */
  AnalysedCorpus analyse(List<Path> training, List<Path> validation, TrainingConfig config) {
    AnalysedCorpus texts = read(training, validation, config, EncodedCorpusBuilder::analysed);
    texts.remark().ifPresent(remarks::add);
    return texts;
  }

  /** The data of the files that were read, as {@link #read} gives it. */
  TrainingData data(AnalysedCorpus analysed, TrainingConfig config) {
    BitSet validation = analysed.validation();
    if (validation.isEmpty()) {
      OptimizationConfig optimization = config.optimization();
      validation = analysed.split(optimization.validationShare(), optimization.seed());
      if (validation.isEmpty()) {
        throw tooFew();
      }
    }
    return data(analysed.corpus(analysed.allBut(validation), validation));
  }

  private TrainingData data(EncodedCorpus corpus) {
    return new TrainingData(
        corpus, trainingFiles, validationFiles, teacher, reviews.data(reviewedFiles));
  }

  /** The data of a corpus that was made of the same files. */
  private <T> T read(
      List<Path> training,
      List<Path> validation,
      TrainingConfig config,
      Function<EncodedCorpusBuilder, T> corpus) {
    // Hashes first: a missing file should be told before the others are read.
    trainingFiles = dataFiles(training);
    validationFiles = dataFiles(validation);
    reviewedFiles = dataFiles(reviews.files());
    teacher =
        new TeacherData(
            dataFiles(soft.softLabels().stream().toList()),
            dataFiles(soft.unlabelled()),
            0,
            0,
            new TreeMap<>());
    Probabilities probabilities = Probabilities.of(options, training, soft);
    Warmup warmup = Warmup.start(config);
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config.text(), temporary)) {
      fill(builder, training, validation, probabilities);
      T result = Progress.during("vocabulary", () -> corpus.apply(builder));
      Progress.during(
          "warming up",
          () -> {
            warmup.finish();
            return warmup;
          });
      return result;
    } finally {
      warmup.stop();
    }
  }

  private void fill(
      EncodedCorpusBuilder builder,
      List<Path> training,
      List<Path> validation,
      Probabilities probabilities) {
    Overlap overlap = new Overlap(!validation.isEmpty());
    try (CorpusReader reader = new CorpusReader(options)) {
      reviews.read(reader, validation);
      builder.reviewedWeight(reviews.weight());
      builder.teacherCategories(probabilities.categories());
      if (lessons.isPresent()) {
        readTraining(reader, training, probabilities, overlap.before(lessons.get()));
        teach(lessons.get(), validation.isEmpty(), builder);
      } else {
        readTraining(reader, training, probabilities, overlap.before(text -> add(text, builder)));
        remarks.addAll(probabilities.finish());
        teacher = teacher.with(probabilities.softLabelled(), probabilities.unlabelled());
      }
      if (!validation.isEmpty()) {
        readValidation(reader, validation, overlap, builder);
      }
      counts = reader.finish();
      overlap.remark().filter(remark -> measures).ifPresent(options.notices());
      if (reviews.given()) {
        remarks.add(reviews.sum());
        reviews.tell(validation.isEmpty(), options.notices());
      }
    }
  }

  private EncodedCorpus corpus(
      EncodedCorpusBuilder builder, List<Path> validation, TrainingConfig config) {
    OptimizationConfig optimization = config.optimization();
    return validation.isEmpty()
        ? builder
            .split(optimization.validationShare(), optimization.seed())
            .orElseThrow(this::tooFew)
        : builder.build();
  }

  private DocketException tooFew() {
    return new DocketException(
        "there are too few documents to split off a validation part, which takes none of a category"
            + " that has one only"
            + (reviews.given() ? ", none of --reviewed, and none that begins like one of it" : "")
            + ": give --validation, or look whether --label-column is right");
  }

  /** The files that were read to learn from, and those to validate on. */
  List<DataFile> files() {
    List<DataFile> all = new ArrayList<>(trainingFiles);
    all.addAll(validationFiles);
    all.addAll(reviewedFiles);
    return all;
  }

  /** What was read and left out. */
  CorpusCounts counts() {
    return counts;
  }

  /** What a person should know of probabilities and stop words, a line each. */
  List<String> remarks() {
    return List.copyOf(remarks);
  }

  private void readTraining(
      CorpusReader reader, List<Path> files, Probabilities probabilities, TrainingTexts texts) {
    CorpusOptions labelled = reviews.addTo(probabilities.addTo(options));
    CorpusCounts read = CorpusCounts.NONE;
    try (Progress progress = Progress.ofFiles("reading", "documents", files)) {
      for (Path file : files) {
        DocumentJoin join =
            new DocumentJoin(probabilities, reviews, file, read.rows(), counted(texts, progress));
        read = read.plus(reader.read(progress.input(file), labelled, join));
      }
    }
    requireDocuments(read, "labelled document", files);
    if (!soft.unlabelled().isEmpty()) {
      readUnlabelled(reader, probabilities, Probabilities.unlabelled(labelled), texts);
    }
    reviews.again(
        document -> {
          probabilities.reviewed(document.category());
          texts.add(TrainingText.reviewed(document.category(), document.text()));
        });
  }

  private void readUnlabelled(
      CorpusReader reader, Probabilities probabilities, CorpusOptions how, TrainingTexts texts) {
    CorpusCounts read = CorpusCounts.NONE;
    try (Progress progress = Progress.ofFiles("unlabelled", "texts", soft.unlabelled())) {
      for (Path file : soft.unlabelled()) {
        DocumentJoin join =
            new DocumentJoin(probabilities, reviews, file, 0, counted(texts, progress));
        read = read.plus(reader.read(progress.input(file), how, join));
      }
    }
    requireDocuments(read, "text", soft.unlabelled());
  }

  private static TrainingTexts counted(TrainingTexts texts, Progress progress) {
    return text -> {
      texts.add(text);
      progress.step(1);
    };
  }

  private void readValidation(
      CorpusReader reader, List<Path> files, Overlap overlap, EncodedCorpusBuilder builder) {
    CorpusCounts read = CorpusCounts.NONE;
    try (Progress progress = Progress.ofFiles("validation", "documents", files)) {
      for (Path file : files) {
        read =
            read.plus(
                reader.read(
                    progress.input(file),
                    text -> {
                      overlap.validate(text.text());
                      builder.addValidation(text);
                      progress.step(1);
                    }));
      }
    }
    requireDocuments(read, "labelled document", files);
  }

  private void teach(Lessons lessons, boolean split, EncodedCorpusBuilder builder) {
    Lessons.Taught taught = lessons.teach(split);
    builder.teacherCategories(taught.labels().categories());
    long[] soft = new long[2];
    lessons.handOn(
        taught.labels(),
        text -> {
          add(text, builder);
          soft[text.document().category().isEmpty() ? 1 : 0] +=
              text.probabilities().isPresent() ? 1 : 0;
        });
    remarks.addAll(taught.remarks());
    remarks.add("soft labels: " + lessons.softLabels());
    teacher = teacher.with(soft[0], soft[1]).with(taught.provenance());
  }

  private static void add(TrainingText training, EncodedCorpusBuilder builder) {
    LabelledText text = training.document();
    Optional<float[]> probabilities = training.probabilities();
    if (training.reviewed()) {
      builder.addReviewed(text);
    } else if (text.category().isEmpty()) {
      probabilities.ifPresent(soft -> builder.addUnlabelled(text.text(), soft));
    } else {
      probabilities.ifPresentOrElse(
          soft -> builder.addTraining(text, soft), () -> builder.addTraining(text));
    }
  }

  private void requireDocuments(CorpusCounts read, String what, List<Path> files) {
    if (read.documents() == 0) {
      throw NoDocuments.in(files, what, read, options);
    }
  }

  private static List<DataFile> dataFiles(List<Path> files) {
    return Progress.during("checking files", () -> files.stream().map(DataFile::of).toList());
  }
}
