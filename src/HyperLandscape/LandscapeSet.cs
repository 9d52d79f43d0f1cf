using System.Collections;
using System.Globalization;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape;

/// <summary>
/// Many landscapes over one search space and neighbourhood (and, unless runs failed, one shared graph), each with labels such as
/// data set, fidelity and split. Immutable.
/// </summary>
public sealed partial class LandscapeSet : IReadOnlyList<Landscape>
{
    private readonly Landscape[] landscapes;
    private readonly string[][] labels;
    private readonly string[] labelNames;

    /// <summary>Creates a set from landscapes with labels.</summary>
    /// <param name="labelNames">What the labels mean, for example dataset and fidelity.</param>
    /// <param name="landscapes">The landscapes, each with one label per label name; no two with the same labels.</param>
    /// <exception cref="ArgumentException">There is no landscape, a label is missing, labels repeat, or the search spaces or neighbourhoods differ.</exception>
    public LandscapeSet(IReadOnlyList<string> labelNames, IEnumerable<(Landscape Landscape, IReadOnlyList<string> Labels)> landscapes)
    {
        this.labelNames = [.. labelNames];
        (Landscape Landscape, IReadOnlyList<string> Labels)[] entries = [.. landscapes];
        if (entries.Length == 0)
            throw new ArgumentException("A set needs at least one landscape.", nameof(landscapes));

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((Landscape landscape, IReadOnlyList<string> own) in entries)
        {
            string name = string.Join(' ', own);
            if (own.Count != this.labelNames.Length)
                throw new ArgumentException($"The landscape '{name}' has {own.Count} labels, but the set has the label names {string.Join(", ", this.labelNames)}; give one label each.", nameof(landscapes));
            if (!seen.Add(string.Join('\0', own)))
                throw new ArgumentException($"Two landscapes are labeled '{name}'; labels must tell them apart.", nameof(landscapes));
            if (!landscape.Space.Equals(entries[0].Landscape.Space) || !landscape.Graph.Neighborhood.Equals(entries[0].Landscape.Graph.Neighborhood))
                throw new ArgumentException($"The landscape '{name}' has another search space or neighborhood than the first; make one set for each.", nameof(landscapes));
        }

        this.landscapes = [.. entries.Select(entry => entry.Landscape)];
        labels = [.. entries.Select(entry => entry.Labels.ToArray())];
    }

    /// <summary>Number of landscapes.</summary>
    public int Count => landscapes.Length;

    /// <summary>What the labels mean, in their order.</summary>
    public IReadOnlyList<string> LabelNames => labelNames;

    /// <summary>The graph of the first landscape; all share it unless runs failed in some.</summary>
    public NeighborhoodGraph Graph => landscapes[0].Graph;

    /// <inheritdoc/>
    public Landscape this[int index] => landscapes[index];

    /// <summary>The landscape with exactly these labels, in the order of <see cref="LabelNames"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Landscape this[params ReadOnlySpan<string> labels]
    {
        get
        {
            for (int i = 0; i < landscapes.Length; i++)
            {
                if (labels.SequenceEqual(this.labels[i]))
                    return landscapes[i];
            }

            throw new KeyNotFoundException($"There is no landscape '{string.Join(' ', labels!)}'; {string.Join(", ", labelNames.Select(name => $"{name} is one of {string.Join(' ', Values(name))}"))}.");
        }
    }

    /// <summary>The labels of a landscape.</summary>
    public IReadOnlyList<string> Labels(int index) => labels[index];

    /// <summary>The labels of a landscape in one string, separated by spaces.</summary>
    public string Name(int index) => string.Join(' ', labels[index]);

    /// <summary>The different labels that occur under a label name, in order of first appearance.</summary>
    /// <exception cref="ArgumentException">There is no such label name.</exception>
    public IReadOnlyList<string> Values(string labelName)
    {
        int position = Position(labelName);
        return [.. labels.Select(own => own[position]).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The landscapes with a given label, as a set; the graph stays shared.</summary>
    /// <exception cref="ArgumentException">There is no such label name, or no landscape with that label.</exception>
    public LandscapeSet Where(string labelName, string label)
    {
        int position = Position(labelName);
        var kept = Enumerable.Range(0, Count).Where(i => labels[i][position] == label).Select(i => (landscapes[i], (IReadOnlyList<string>)labels[i])).ToList();
        return kept.Count > 0
            ? new LandscapeSet(labelNames, kept)
            : throw new ArgumentException($"No landscape has the {labelName} '{label}'; there are {string.Join(", ", Values(labelName))}.", nameof(label));
    }

    /// <summary>
    /// The landscapes restricted to the configurations that are in all of them, over one shared graph, as comparisons of a
    /// set and joint maps need where runs failed in some landscapes. Their optima, basins and ranks are those among these
    /// configurations. This set itself if no landscape lacks any. O(landscapes * configurations * log(configurations)).
    /// </summary>
    /// <exception cref="InvalidOperationException">No configuration is in all landscapes.</exception>
    public LandscapeSet OnCommonConfigurations()
    {
        if (landscapes.All(landscape => landscape.Graph.HasSameConfigurations(Graph)))
            return this;
        long[] cells = CommonConfigurations.Cells(landscapes);
        if (cells.Length == 0)
            throw new InvalidOperationException("No configuration is in all landscapes; leave out those in which most runs failed.");
        return new LandscapeSet(labelNames, CommonConfigurations.Restrict(landscapes, cells).Zip(labels, (landscape, own) => (landscape, (IReadOnlyList<string>)own)));
    }

    /// <inheritdoc/>
    public IEnumerator<Landscape> GetEnumerator() => ((IEnumerable<Landscape>)landscapes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>For example <c>30 landscapes (split, measure, dataset, fidelity) over 1,920 configurations, 7,216 edges, complete grid</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Counted.Of(Count, "landscape")} ({string.Join(", ", labelNames)}) over {Graph}");

    private int Position(string labelName)
    {
        int position = Array.IndexOf(labelNames, labelName);
        return position >= 0 ? position : throw new ArgumentException($"There is no label name '{labelName}'; there are {string.Join(", ", labelNames)}.", nameof(labelName));
    }
}
