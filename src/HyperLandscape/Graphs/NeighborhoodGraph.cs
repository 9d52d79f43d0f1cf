using System.Globalization;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Graphs;

/// <summary>
/// The undirected graph over the sampled configurations of a search space: vertices 0 to <see cref="VertexCount"/> - 1
/// in ascending order of their cells, edges between neighbours. It does not depend on any fitness, so that all
/// landscapes over the same configurations share one. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Two representations behind one type. A complete grid under <see cref="GridNeighborhood"/> or
/// <see cref="HammingNeighborhood"/> stores nothing: vertex = cell, and the edges are implied by the strides.
/// A partial sample, a space that lists its configurations, or a neighbourhood of your own, stores compressed sparse rows;
/// those of a sample are made on first use in O(edges) without hashing.
/// </remarks>
public sealed class NeighborhoodGraph
{
    private readonly long[]? cells;
    private readonly Lazy<SparseRows>? rows;
    private readonly Lazy<AxisSums<int>>? gridDegrees;
    private readonly Lazy<GridPass>? gridPass;

    private NeighborhoodGraph(SearchSpace space, long[]? cells, int vertexCount, INeighborhood neighborhood)
    {
        Space = space;
        Neighborhood = neighborhood;
        VertexCount = vertexCount;
        this.cells = cells;
        Axes = Axis.Of(space, neighborhood);
        Points = neighborhood is NearestNeighborhood nearest ? new ScaledPoints(space, nearest) : null;
        if (Axes is not null)
            gridPass = new Lazy<GridPass>(() => new GridPass(Axes));
        if (cells is not null || Axes is null)
            rows = new Lazy<SparseRows>(() => SparseRows.Build(this));
        else
            gridDegrees = new Lazy<AxisSums<int>>(() => AxisSums.Degrees(Axes));
        // A neighbourhood that is not along axes is made here: one of the user's is checked now, not at some later call.
        MaxDegree = Axes is not null ? Axis.MaxDegree(Axes) : IsBuiltIn ? rows!.Value.MaxDegree : neighborhood.MaxDegree(space);
        if (MaxDegree > ushort.MaxValue)
            throw new ArgumentException($"A configuration of this space can have {MaxDegree:N0} neighbors under {neighborhood}; at most {ushort.MaxValue:N0} are supported. A hyperparameter with that many values is better declared ordinal.");
        if (Axes is null)
            _ = rows!.Value;
    }

    /// <summary>The search space.</summary>
    public SearchSpace Space { get; }

    /// <summary>Which cells are adjacent.</summary>
    public INeighborhood Neighborhood { get; }

    /// <summary>Number of sampled configurations.</summary>
    public int VertexCount { get; }

    /// <summary>Whether every cell of the space is a vertex. If the space lists its configurations, these are all there are.</summary>
    public bool IsComplete => VertexCount == Space.CellCount;

    /// <summary>Number of neighbour pairs, each counted once. O(hyperparameters) on a complete grid.</summary>
    public long EdgeCount => rows is null ? Axis.EdgeCount(Axes, VertexCount) : rows.Value.EdgeCount;

    /// <summary>The largest number of neighbours that a vertex can have.</summary>
    public int MaxDegree { get; }

    /// <summary>Number of vertices without any neighbour. O(vertices).</summary>
    public int IsolatedCount
    {
        get
        {
            int count = 0;
            for (int vertex = 0; vertex < VertexCount; vertex++)
                count += Degree(vertex) == 0 ? 1 : 0;
            return count;
        }
    }

    /// <summary>The configuration of a vertex.</summary>
    public Configuration this[int vertex] => Space[Cell(vertex)];

    /// <summary>The axes if the neighbourhood works hyperparameter by hyperparameter, otherwise null.</summary>
    internal Axis[]? Axes { get; }

    /// <summary>The pass over the edges of the whole grid, whose tables all landscapes share; null if there are no axes.</summary>
    internal GridPass? GridPass => gridPass?.Value;

    /// <summary>The axes that distances are measured along: those of the neighbourhood, or of the grid for a neighbourhood of the user's own.</summary>
    internal Axis[] DistanceAxes => Axes ?? Axis.Along(Space, Neighborhood);

    /// <summary>The same, where cells have strides.</summary>
    internal Axis[] GridAxes => !Space.IsListed ? DistanceAxes : throw new NotSupportedException("The space lists its configurations, so there are no coordinates of a grid; take another distance.");

    /// <summary>Whether every combination of levels is a vertex.</summary>
    internal bool IsCompleteGrid => IsComplete && !Space.IsListed;

    /// <summary>The configurations in the space in which the nearest are neighbours, or null.</summary>
    internal ScaledPoints? Points { get; }

    /// <summary>What to call the configurations as a whole.</summary>
    internal string Shape => (Space.IsListed, IsComplete) switch
    {
        (false, true) => "complete grid",
        (false, false) => string.Create(CultureInfo.InvariantCulture, $"sample of {Space.CellCount:N0}{Lonely(IsolatedCount)}"),
        (true, true) => Points is null ? "all that are listed" : $"scattered, {((NearestNeighborhood)Neighborhood).Neighbors} nearest neighbors",
        (true, false) => string.Create(CultureInfo.InvariantCulture, $"of {Space.CellCount:N0} listed{(Points is null ? "" : $", {((NearestNeighborhood)Neighborhood).Neighbors} nearest neighbors")}"),
    };

    /// <summary>Says that most configurations have no neighbour: then few questions have an answer, and perhaps a column was taken for a hyperparameter.</summary>
    private string Lonely(int isolated) => VertexCount > 1 && isolated > VertexCount / 2 ? $", {Counted.Of(isolated, "configuration")} without a neighbor" : "";

    private bool IsBuiltIn => Neighborhood is GridNeighborhood or HammingNeighborhood or NearestNeighborhood;

    /// <summary>The compressed sparse rows, or null where edges are implied by strides.</summary>
    internal SparseRows? Rows => rows?.Value;

    /// <summary>The cells of the vertices, ascending, or null if every cell is a vertex.</summary>
    internal long[]? SampledCells => cells;

    /// <summary>The graph over all configurations of a space. O(1) for the built-in neighbourhoods.</summary>
    /// <param name="space">The search space, of at most 2^31 - 1 cells.</param>
    /// <param name="neighborhood">Which cells are adjacent; <see cref="GridNeighborhood"/> if null.</param>
    /// <exception cref="ArgumentException">The space is too large, or the neighbourhood is not symmetric.</exception>
    public static NeighborhoodGraph Complete(SearchSpace space, INeighborhood? neighborhood = null)
    {
        if (space.CellCount > Array.MaxLength)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The space has {space.CellCount:N0} cells; a complete graph holds at most {Array.MaxLength:N0}. Use a sample of it."), nameof(space));
        return new NeighborhoodGraph(space, null, (int)space.CellCount, neighborhood ?? new GridNeighborhood());
    }

    /// <summary>The graph over some configurations of a space. O(cells): radix sort, then one merge per hyperparameter and step.</summary>
    /// <param name="space">The search space.</param>
    /// <param name="cells">The sampled cells in any order, each once, at least one. If all are there, the result is the complete graph.</param>
    /// <param name="neighborhood">Which cells are adjacent; <see cref="GridNeighborhood"/> if null.</param>
    /// <exception cref="ArgumentException">There is no cell, one is outside the space or there twice, or the neighbourhood is not symmetric.</exception>
    public static NeighborhoodGraph Sample(SearchSpace space, ReadOnlySpan<long> cells, INeighborhood? neighborhood = null)
    {
        if (cells.IsEmpty)
            throw new ArgumentException("A graph needs at least one cell.", nameof(cells));
        foreach (long cell in cells)
        {
            if ((ulong)cell >= (ulong)space.CellCount)
                throw new ArgumentException($"Cell {cell} is outside the space, which has the cells 0 to {space.CellCount - 1}.", nameof(cells));
        }

        long[] sorted = cells.ToArray();
        RadixSort.Sort(sorted, space.CellCount - 1);
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1])
                throw new ArgumentException($"Cell {sorted[i]} ({space[sorted[i]]}) is given twice; give each configuration once.", nameof(cells));
        }

        return OfSortedCells(space, sorted, neighborhood ?? new GridNeighborhood());
    }

    /// <summary>Whether two graphs have the same configurations, whatever their neighbourhoods.</summary>
    internal bool HasSameConfigurations(NeighborhoodGraph other) =>
        ReferenceEquals(this, other) || (Space.Equals(other.Space) && VertexCount == other.VertexCount && cells.AsSpan().SequenceEqual(other.cells));

    internal static NeighborhoodGraph OfSortedCells(SearchSpace space, long[] sorted, INeighborhood neighborhood) =>
        new(space, sorted.Length == space.CellCount ? null : sorted, sorted.Length, neighborhood);

    /// <summary>The cell of a vertex. O(1).</summary>
    public long Cell(int vertex)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)vertex, (uint)VertexCount, nameof(vertex));
        return cells is null ? vertex : cells[vertex];
    }

    /// <summary>The vertex of a cell, or -1 if that configuration is not in the sample. O(log vertices), O(1) if complete.</summary>
    public int Vertex(long cell)
    {
        if (cells is null)
            return (ulong)cell < (ulong)VertexCount ? (int)cell : -1;
        return Math.Max(-1, Array.BinarySearch(cells, cell));
    }

    /// <summary>Number of neighbours of a vertex.</summary>
    public int Degree(int vertex) => rows is null ? Axis.Degree(Axes, Cell(vertex)) : rows.Value.Neighbors(vertex).Length;

    /// <summary>The degrees of consecutive vertices.</summary>
    internal void FillDegrees(int firstVertex, Span<int> destination)
    {
        if (gridDegrees is not null)
        {
            gridDegrees.Value.Fill(firstVertex, destination);
            return;
        }

        for (int i = 0; i < destination.Length; i++)
            destination[i] = Degree(firstVertex + i);
    }

    /// <summary>The neighbours of a vertex, ascending.</summary>
    /// <param name="vertex">The vertex.</param>
    /// <param name="buffer">Room for <see cref="MaxDegree"/> vertices; used on complete grids, where nothing is stored.</param>
    /// <returns>The neighbours, in the buffer or in the graph's own rows; valid until the buffer is used again.</returns>
    public ReadOnlySpan<int> Neighbors(int vertex, Span<int> buffer)
    {
        if (rows is not null)
            return rows.Value.Neighbors(vertex);

        return Axis.Neighbors(Axes, vertex, buffer);
    }

    /// <summary>
    /// Distance of two vertices: the least number of steps between their configurations if every configuration of the
    /// space were there. Under a neighbourhood of your own, and where the space lists its configurations, it is
    /// <see cref="SearchSpace.Distance"/>; under <see cref="NearestNeighborhood"/> the distance in the scaled space, in
    /// thousandths of the range of a hyperparameter, rounded up. O(hyperparameters).
    /// </summary>
    public int Distance(int a, int b) => CellDistance(Cell(a), Cell(b));

    /// <summary>The distance of two cells.</summary>
    internal int CellDistance(long a, long b) => Points?.Distance(a, b) ?? (Axes is null ? Space.Distance(a, b) : Axis.Distance(Axes, a, b));

    /// <summary>Writes the cells of the neighbours of a cell, and returns how many there are.</summary>
    internal int CopyNeighbors(long cell, Span<long> destination)
    {
        ReadOnlySpan<int> neighbors = Neighbors(Vertex(cell), new int[MaxDegree]);
        for (int i = 0; i < neighbors.Length; i++)
            destination[i] = Cell(neighbors[i]);
        return neighbors.Length;
    }

    /// <summary>For example <c>1,920 configurations, 7,216 edges, complete grid</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Counted.Of(VertexCount, "configuration")}, {Counted.Of(EdgeCount, "edge")}, {Shape}");
}
