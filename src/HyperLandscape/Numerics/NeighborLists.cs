namespace HyperLandscape.Numerics;

/// <summary>The nearest points of several queries, the nearest first, equally near ones by row, with squared distances.</summary>
internal sealed class NeighborLists
{
    private readonly int[] rows;
    private readonly double[] squaredDistances;

    /// <summary>Lists that are filled by <see cref="Offer"/>.</summary>
    public NeighborLists(int queries, int neighbors)
    {
        Neighbors = neighbors;
        rows = new int[checked(queries * neighbors)];
        squaredDistances = new double[rows.Length];
        Array.Fill(rows, int.MaxValue);
        Array.Fill(squaredDistances, double.PositiveInfinity);
    }

    /// <summary>Length of every list.</summary>
    public int Neighbors { get; }

    /// <summary>The nearest points of a query.</summary>
    public ReadOnlySpan<int> this[int query] => rows.AsSpan(query * Neighbors, Neighbors);

    /// <summary>The squared distances of the nearest points of a query.</summary>
    public ReadOnlySpan<double> SquaredDistances(int query) => squaredDistances.AsSpan(query * Neighbors, Neighbors);

    /// <summary>The squared distance beyond which a point is not among the nearest of a query.</summary>
    public double Limit(int query) => squaredDistances[((query + 1) * Neighbors) - 1];

    /// <summary>Takes a point into the list of a query if it belongs there. The result does not depend on the order of points.</summary>
    public void Offer(int query, double squaredDistance, int row)
    {
        Span<double> distances = squaredDistances.AsSpan(query * Neighbors, Neighbors);
        Span<int> list = rows.AsSpan(query * Neighbors, Neighbors);
        int place = Neighbors;
        while (place > 0 && (squaredDistance < distances[place - 1] || (squaredDistance == distances[place - 1] && row < list[place - 1])))
        {
            place--;
            if (place + 1 < Neighbors)
                (distances[place + 1], list[place + 1]) = (distances[place], list[place]);
        }

        if (place < Neighbors)
            (distances[place], list[place]) = (squaredDistance, row);
    }
}
