using System.Text;
using HyperLandscape.Spaces;
using HyperLandscape.Tables;

namespace HyperLandscape.Imports;

/// <summary>The values of a hyperparameter in the rows that were taken.</summary>
internal sealed class HyperparameterFields(string name)
{
    private const string None = "None";

    private readonly List<string> fields = [];

    public string Name => name;

    /// <summary>Takes a value; an empty one is None.</summary>
    public void Add(string field) => fields.Add(string.IsNullOrWhiteSpace(field) ? None : field);

    /// <summary>The levels if they are numbers and None: the numbers in their order, then None. Otherwise null.</summary>
    public Hyperparameter? WithNoneLast()
    {
        string[] different = [.. fields.Distinct()];
        if (!different.Contains(None) || different.Length == 1)
            return null;
        var numbers = new SortedSet<double>();
        foreach (string field in different.Where(field => field != None))
        {
            if (!Number.TryParse(Encoding.UTF8.GetBytes(field), out double number) || !double.IsFinite(number))
                return null;
            numbers.Add(number + 0.0); // -0 is 0
        }

        return Hyperparameter.Ordinal(name, [.. numbers.Select(Hyperparameter.Format), None]);
    }

    /// <summary>Hands all values to a column.</summary>
    public void CopyTo(HyperparameterColumn column, IReadOnlyList<int> lines)
    {
        for (int row = 0; row < fields.Count; row++)
            column.Add(Encoding.UTF8.GetBytes(fields[row]), lines[row]);
    }
}
