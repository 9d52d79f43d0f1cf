using HyperLandscape.Graphs;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Contracts;

/// <summary>The contract of a neighborhood on one space.</summary>
internal sealed class NeighborhoodContract(Findings findings, INeighborhood neighborhood, SearchSpace space)
{
    private const int MostCells = 10_000;

    /// <summary>Room beyond the largest degree, so that too many neighbors are counted and not cut off.</summary>
    private const int Room = 4096;

    public void Check()
    {
        if (!findings.Try($"{space}", () => neighborhood.MaxDegree(space), out int maxDegree))
            return;
        var stream = new RandomStream(0, 0);
        foreach (long cell in space.CellCount <= MostCells ? Enumerable.Range(0, (int)space.CellCount).Select(cell => (long)cell) : Enumerable.Range(0, MostCells).Select(_ => (long)(stream.NextUnit() * space.CellCount)))
        {
            if (Neighbors(cell, maxDegree) is { } neighbors)
                Check(cell, neighbors, maxDegree);
        }
    }

    private void Check(long cell, long[] neighbors, int maxDegree)
    {
        if (neighbors.Length > maxDegree)
            findings.Add("degree", $"gives {Name(cell)} {neighbors.Length} neighbors, but says that there are at most {maxDegree}. MaxDegree is the largest number over all cells.");
        if (neighbors.Contains(cell))
            findings.Add("self", $"lists {Name(cell)} as a neighbor of itself. Leave it out.");
        if (neighbors.GroupBy(neighbor => neighbor).FirstOrDefault(group => group.Count() > 1) is { } twice)
            findings.Add("twice", $"lists {Name(twice.Key)} twice among the neighbors of {Name(cell)}. List each once.");
        if (Neighbors(cell, maxDegree) is { } again && !neighbors.SequenceEqual(again))
            findings.Add("purity", $"lists other neighbors of {Name(cell)} when asked again. They depend on the space and the cell only.");
        foreach (long neighbor in neighbors)
        {
            if ((ulong)neighbor >= (ulong)space.CellCount)
                findings.Add("space", $"lists the cell {neighbor} as a neighbor of {Name(cell)}, outside the space, which has the cells 0 to {space.CellCount - 1}. Check levels against LevelCount.");
            else if (Neighbors(neighbor, maxDegree) is { } back && !back.Contains(cell))
                findings.Add("symmetry", $"is not symmetric: {Name(neighbor)} is a neighbor of {Name(cell)}, but not the other way round. Every step has a step back.");
        }
    }

    private long[]? Neighbors(long cell, int maxDegree)
    {
        var destination = new long[Math.Max(0, maxDegree) + Room];
        return findings.Try(Name(cell), () => destination[..neighborhood.Neighbors(space, cell, destination)], out long[] neighbors) ? neighbors : null;
    }

    private string Name(long cell) => (ulong)cell < (ulong)space.CellCount ? $"({space[cell]})" : $"cell {cell}";
}
