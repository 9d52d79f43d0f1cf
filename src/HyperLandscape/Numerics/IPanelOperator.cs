using System.Numerics;

namespace HyperLandscape.Numerics;

/// <summary>A square matrix that is known only by what it does to panels of vectors.</summary>
internal interface IPanelOperator
{
    /// <summary>Number of rows and columns.</summary>
    int Count { get; }

    /// <summary>Overwrites y with the matrix, or its transpose, times x; scratch, a third panel, with anything.</summary>
    void Apply<T>(Panel<T> x, Panel<T> y, Panel<T> scratch, bool transposed)
        where T : struct, INumber<T>;
}
