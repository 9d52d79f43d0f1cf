namespace HyperLandscape.Spaces;

/// <summary>
/// A hyperparameter is active only under certain values of another, as in ConfigSpace: <c>gamma</c> only if
/// <c>kernel</c> is rbf or poly. Several conditions on one hyperparameter must all hold. Under a hyperparameter that is
/// itself inactive none is active.
/// </summary>
/// <param name="Hyperparameter">The name of the hyperparameter that may be inactive.</param>
/// <param name="Parent">The name of the hyperparameter that decides.</param>
/// <param name="Values">The labels of the parent's levels under which it is active.</param>
public sealed record Condition(string Hyperparameter, string Parent, params IReadOnlyList<string> Values);
