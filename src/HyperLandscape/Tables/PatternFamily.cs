namespace HyperLandscape.Tables;

/// <summary>
/// Finds columns that a pattern matches by accident, as <c>{split}_{measure}_{dataset}_{fidelity}</c> does the
/// hyperparameter <c>min_data_in_leaf</c>: they share no label with the others.
/// </summary>
internal static class PatternFamily
{
    /// <summary>Refuses columns that fall into groups without a common label, since one of the groups is probably not meant.</summary>
    public static void Require(string file, ColumnPattern pattern, IReadOnlyList<FitnessColumn> columns)
    {
        var rest = columns.ToList();
        List<FitnessColumn> largest = [];
        List<FitnessColumn> smallest = [];
        while (rest.Count > 0)
        {
            List<FitnessColumn> group = TakeGroup(rest);
            if (largest.Count == 0 || group.Count > largest.Count)
                largest = group;
            if (smallest.Count == 0 || group.Count <= smallest.Count)
                smallest = group;
        }

        if (smallest[0] == largest[0])
            return;
        FitnessColumn odd = smallest[0];
        string reading = string.Join(", ", pattern.FieldNames.Select((name, field) => $"{name} {odd.Labels[field]}"));
        string first = pattern.FieldNames[0];
        string labels = string.Join('|', largest.Select(column => column.Labels[0]).Distinct());
        throw new ArgumentException($"{file}, line 1, column '{odd.Name}': The name matches the pattern '{pattern}' as {reading}, but shares no label with others that match, such as '{largest[0].Name}'. If it is a hyperparameter, name it in CsvOptions.Ordinal, Categorical or Boolean; or list the labels of a field in the pattern, as in {{{first}:{labels}}}.");
    }

    /// <summary>Takes out the first column and all that are linked to it through common labels.</summary>
    private static List<FitnessColumn> TakeGroup(List<FitnessColumn> rest)
    {
        List<FitnessColumn> group = [rest[0]];
        rest.RemoveAt(0);
        for (int i = 0; i < group.Count; i++)
        {
            FitnessColumn member = group[i];
            group.AddRange(rest.Where(other => SharesLabel(member, other)));
            rest.RemoveAll(other => SharesLabel(member, other));
        }

        return group;
    }

    private static bool SharesLabel(FitnessColumn a, FitnessColumn b) => a.Labels.Zip(b.Labels).Any(pair => pair.First == pair.Second);
}
