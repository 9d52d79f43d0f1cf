using System.Numerics.Tensors;
using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>Moran's I of values on the nearest neighbours of points, every neighbour with the weight 1/k.</summary>
internal static class MoranI
{
    public static double Of(ReadOnlySpan<double> values, NeighborLists nearest, int neighbors)
    {
        if (TensorPrimitives.Max(values) == TensorPrimitives.Min(values))
            return double.NaN;
        double mean = TensorPrimitives.Average(values);
        double covariance = 0;
        double variance = 0;
        for (int row = 0; row < values.Length; row++)
        {
            double around = 0;
            foreach (int neighbor in nearest[row][..neighbors])
                around += values[neighbor] - mean;
            covariance += (values[row] - mean) * around;
            variance += (values[row] - mean) * (values[row] - mean);
        }

        return covariance / neighbors / variance;
    }
}
