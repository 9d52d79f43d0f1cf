using HyperLandscape.Storage;

namespace HyperLandscape;

/// <content>To and from a binary file.</content>
public sealed partial class Landscape
{
    /// <summary>
    /// Saves the landscape as a file that <see cref="Load"/> opens in milliseconds: the search space, the
    /// configurations, the fitness to the last bit, and all that belongs to it. 8 bytes per configuration, 16 for a
    /// partial sample; where the space lists its configurations, 4 more for every level, and the neighbours are found anew when it is
    /// opened. The file appears under its name, replacing any other, once all of it is on the disk: whatever
    /// happens on the way, the name never stands for half a file. <see cref="RunCounts"/> are not in it.
    /// </summary>
    /// <param name="path">The file; landscapes loaded from an earlier one of this name keep what they have.</param>
    /// <param name="progress">Told the share of the file that is written, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the writing; no file is left behind.</param>
    /// <exception cref="NotSupportedException">The neighborhood is none of <see cref="Graphs.GridNeighborhood"/>, <see cref="Graphs.HammingNeighborhood"/> and <see cref="Graphs.NearestNeighborhood"/>.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The writing was canceled.</exception>
    public void Save(string path, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        FileWriter.Write(path, new StoredContents(Graph, Objective == Objective.Maximize, Tolerance, failedCells, standardErrors, fitness), progress, cancellationToken);

    /// <summary>
    /// Opens a landscape that <see cref="Save"/> wrote. Every byte is checked against the checksums of the file, at
    /// the speed of memory, so that a damaged file is refused and never taken for another landscape.
    /// </summary>
    /// <remarks>
    /// The fitness of a large file is not copied but mapped into memory, for as long as the process runs; processes
    /// share it. Replace such a file by <see cref="Save"/> or a rename, never write into it in place: that would reach
    /// the landscapes loaded from it, or end the process if the file becomes shorter. Windows refuses to replace a file
    /// while it is mapped.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no landscape, is of a newer version, or is damaged.</exception>
    public static Landscape Load(string path) => FileReader.Read(path, contents =>
        new Landscape(contents.Graph, contents.Fitness, contents.Maximize ? Objective.Maximize : Objective.Minimize, contents.Tolerance, contents.StandardErrors, contents.FailedCells));
}
