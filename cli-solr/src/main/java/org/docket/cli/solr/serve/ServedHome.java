/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.serve;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.docket.cli.ModelPath;
import org.docket.cli.solr.server.ServerFiles;
import org.docket.error.DocketException;
import org.docket.io.Sha256;

/** A Solr home that stays, while this process has it to itself. */
final class ServedHome implements AutoCloseable {

  private final Path folder;
  private final HomeLock lock;
  private HomeState state;
  private boolean isNew;

  private ServedHome(Path folder, HomeLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Opens it; one that is not there is laid out.
   *
   * @param files what Docket ships
   * @param model in the place of the shipped one, for a new home
   * @param remarks gets what is good to know
   * @throws DocketException if the folder is something else, in use or not writable
   */
  static ServedHome open(
      Path folder, ServerFiles files, Optional<Path> model, Consumer<String> remarks) {
    try {
      requireHomeOrNothing(folder);
      Files.createDirectories(folder);
      ServedHome home = new ServedHome(folder.toRealPath(), HomeLock.take(folder));
      try {
        home.prepare(files, model, remarks);
        return home;
      } catch (IOException | RuntimeException e) {
        home.close();
        throw e;
      }
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  Path folder() {
    return folder;
  }

  /** Whether it has been laid out just now. */
  boolean isNew() {
    return isNew;
  }

  /** Remembers that Solr has started on it, and where. */
  void serves(URI page) {
    try {
      if (!state.ready()) {
        state = state.asReady();
        state.write(folder);
      }
      lock.serves(page);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private void prepare(ServerFiles files, Optional<Path> model, Consumer<String> remarks)
      throws IOException {
    requireHomeOrNothing(folder); // it may have come to be something else
    Optional<HomeState> found = HomeState.read(folder);
    if (found.filter(HomeState::ready).isPresent()) {
      state = found.get();
      keep(files, model, remarks);
    } else {
      found.ifPresent(begun -> remarks.accept(folder + " was laid out in part; it is mended"));
      isNew = true;
      layOut(files, model);
    }
  }

  private void layOut(ServerFiles shipped, Optional<Path> model) throws IOException {
    model.ifPresent(ModelPath::load); // says what the file is if it is none
    ServerFiles files =
        new ServerFiles(model.orElse(shipped.model()), shipped.plugin(), shipped.configset());
    state = HomeLayout.state(files);
    state.write(folder);
    new HomeLayout(folder).make(files);
  }

  private void keep(ServerFiles files, Optional<Path> model, Consumer<String> remarks)
      throws IOException {
    if (model.isPresent() && !state.model().equals(Sha256.hex(model.get()))) {
      throw new DocketException(
          folder
              + " has a model already; --model is for a new home. Put another one into service"
              + " while it is served: ./docket deploy --model "
              + model.get()
              + " --solr URL");
    }
    HomeLayout layout = new HomeLayout(folder);
    if (layout.hasOtherPlugin(state, files)) {
      layout.renewPlugin(files.plugin());
      state = state.withPlugin(Sha256.hex(files.plugin()));
      state.write(folder);
      remarks.accept("the plugin in " + folder + " is replaced by " + files.plugin().getFileName());
    }
    if (!state.configset().equals(HomeLayout.hash(files.configset()))) {
      remarks.accept(
          "this Docket ships another configset than the one that "
              + folder
              + " began with; the home's stays. Compare: diff -r "
              + files.configset()
              + " "
              + folder.resolve(ServerFiles.CORE).resolve("conf"));
    }
  }

  /** Nothing is written into a folder that is somebody's. */
  private static void requireHomeOrNothing(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new DocketException(folder + " is a file; name a folder with --home");
    }
    if (Files.isDirectory(folder) && HomeState.read(folder).isEmpty()) {
      foreign(folder)
          .ifPresent(
              name -> {
                throw new DocketException(
                    folder
                        + " is no home of docket serve (it holds "
                        + name
                        + "); name a new or an empty folder with --home");
              });
    }
  }

  /** A file that is not what a process leaves that is killed before it has laid out anything. */
  private static Optional<String> foreign(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(HomeLock.FILE) && !isPart(name))
          .sorted()
          .findFirst();
    }
  }

  private static boolean isPart(String name) {
    return name.startsWith(".part-") && name.endsWith(HomeState.FILE);
  }

  private static DocketException unusable(Path folder, IOException e) {
    return new DocketException(
        folder
            + " cannot be used as a home ("
            + reason(e)
            + "); name a folder that can be written, with 100 MB of room, with --home",
        e);
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + ": permission denied";
    }
    if (e instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + " is a file";
    }
    if (e instanceof NoSuchFileException) {
      return "it takes no files";
    }
    return e instanceof FileSystemException f && f.getReason() != null
        ? f.getFile() + ": " + f.getReason()
        : e.getMessage();
  }
}
