using MathNet.Numerics.LinearAlgebra;

namespace HyperLandscape.Reference;

/// <summary>The proximity matrices of HOPE from their definitions, dense, for landscapes of a few hundred configurations.</summary>
public static class ReferenceProximity
{
    /// <summary>A[i, j] = 1 if j is a neighbour of i that is better by more than the tolerance.</summary>
    public static Matrix<double> Adjacency(ReferenceLandscape landscape)
    {
        var a = Matrix<double>.Build.Dense(landscape.Count, landscape.Count);
        for (int i = 0; i < landscape.Count; i++)
        {
            foreach (int j in landscape.Neighbors[i])
                a[i, j] = landscape.IsBetter(j, i) ? 1 : 0;
        }

        return a;
    }

    /// <summary>A A, or (A + I)^2 with self-loops.</summary>
    public static Matrix<double> CommonNeighbors(Matrix<double> a, bool selfLoops)
    {
        Matrix<double> steps = selfLoops ? a + Identity(a) : a;
        return steps * steps;
    }

    /// <summary>(I - beta A)^-1 beta A; beta is 0.5 / the spectral norm of A if not given.</summary>
    public static Matrix<double> Katz(Matrix<double> a, double? beta)
    {
        double norm = a.Svd(false).S[0];
        double weight = beta ?? (norm > 0 ? 0.5 / norm : 0);
        return (Identity(a) - (weight * a)).Inverse() * (weight * a);
    }

    /// <summary>(1 - alpha) (I - alpha P)^-1, where P is A with its rows divided by their sums.</summary>
    public static Matrix<double> RootedPageRank(Matrix<double> a, double alpha)
    {
        Matrix<double> p = a.MapIndexed((i, _, value) => value == 0 ? 0 : value / a.Row(i).Sum());
        return (1 - alpha) * (Identity(a) - (alpha * p)).Inverse();
    }

    /// <summary>S[i, j] = sum over k of A[i, k] A[k, j] / (arcs that leave k + arcs that enter k).</summary>
    public static Matrix<double> AdamicAdar(Matrix<double> a)
    {
        var degrees = a.RowSums() + a.ColumnSums();
        return a * a.MapIndexed((k, _, value) => value == 0 ? 0 : value / degrees[k]);
    }

    private static Matrix<double> Identity(Matrix<double> a) => Matrix<double>.Build.DenseIdentity(a.RowCount);
}
