using System.Text;
using HyperLandscape.Spaces;
using HyperLandscape.Tables;

namespace HyperLandscape.Imports;

/// <summary>The values of a hyperparameter in the rows that were taken.</summary>
internal static class HyperparameterFields
{
    private const string None = "None";

    /// <summary>The value, which is None if the field is empty.</summary>
    public static string ToValue(string field) => string.IsNullOrWhiteSpace(field) ? None : field;

    /// <summary>The levels if the values are numbers and None: the numbers in their order, then None. Otherwise null.</summary>
    public static Hyperparameter? WithNoneLast(string name, IEnumerable<string> values)
    {
        string[] different = [.. values.Distinct()];
        if (!different.Contains(None) || different.Length == 1)
            return null;
        var numbers = new SortedSet<double>();
        foreach (string value in different.Where(value => value != None))
        {
            if (!Number.TryParse(Encoding.UTF8.GetBytes(value), out double number) || !double.IsFinite(number))
                return null;
            numbers.Add(number + 0.0); // -0 is 0
        }

        return Hyperparameter.Ordinal(name, [.. numbers.Select(Hyperparameter.Format), None]);
    }
}
