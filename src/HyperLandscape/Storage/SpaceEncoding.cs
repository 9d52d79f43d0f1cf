using HyperLandscape.Spaces;

namespace HyperLandscape.Storage;

/// <summary>Hyperparameters in a header, see <see cref="FileFormat"/>.</summary>
internal static class SpaceEncoding
{
    private enum Levels : byte
    {
        Numbers,
        OrderedLabels,
        Labels,
        FalseAndTrue,
    }

    private const byte WithInactive = 16;

    /// <summary>The lowest version of the format that can hold a space.</summary>
    public static int Version(SearchSpace space) => space.IsListed ? 2 : 1;

    public static void Write(BinaryWriter writer, SearchSpace space)
    {
        writer.Write(space.Dimension);
        foreach (Hyperparameter hyperparameter in space.Hyperparameters)
        {
            Levels levels = LevelsOf(hyperparameter);
            writer.Write(hyperparameter.Name);
            bool hasInactive = hyperparameter.InactiveLevel >= 0;
            int active = hyperparameter.LevelCount - (hasInactive ? 1 : 0);
            writer.Write((byte)((byte)levels + (hasInactive ? WithInactive : 0)));
            writer.Write(active);
            for (int level = 0; level < active; level++)
            {
                if (levels == Levels.Numbers)
                    writer.Write(hyperparameter.Values[level]);
                else if (levels != Levels.FalseAndTrue)
                    writer.Write(hyperparameter.Labels[level]);
            }

            if (hasInactive)
                writer.Write(hyperparameter.Labels[active]);
        }

        if (space.IsListed)
            WriteList(writer, space);
    }

    public static SearchSpace Read(BinaryReader reader, int version)
    {
        var hyperparameters = new Hyperparameter[ReadCount(reader)];
        for (int h = 0; h < hyperparameters.Length; h++)
        {
            string name = reader.ReadString();
            byte kind = reader.ReadByte();
            bool hasInactive = version > 1 && kind >= WithInactive;
            var levels = (Levels)(kind - (hasInactive ? WithInactive : 0));
            int count = ReadCount(reader);
            hyperparameters[h] = levels switch
            {
                Levels.Numbers => Hyperparameter.Ordinal(name, ReadAll(count, reader.ReadDouble)),
                Levels.OrderedLabels => Hyperparameter.Ordinal(name, ReadAll(count, reader.ReadString)),
                Levels.Labels => Hyperparameter.Categorical(name, ReadAll(count, reader.ReadString)),
                Levels.FalseAndTrue => Hyperparameter.Boolean(name),
                _ => throw new FormatException($"hyperparameter '{name}' is of the unknown kind {levels}"),
            };
            if (hasInactive)
                hyperparameters[h] = hyperparameters[h].WithInactive(reader.ReadString());
        }

        return version == 1 ? new SearchSpace(hyperparameters) : ReadList(reader, hyperparameters);
    }

    public static T[] ReadAll<T>(int count, Func<T> read)
    {
        var all = new T[count];
        for (int i = 0; i < count; i++)
            all[i] = read();
        return all;
    }

    /// <summary>How many elements follow, each of so many bytes at least.</summary>
    public static int ReadCount(BinaryReader reader, int bytes = 1)
    {
        int count = reader.ReadInt32();
        long rest = reader.BaseStream.Length - reader.BaseStream.Position;
        return count >= 0 && count <= rest / Math.Max(1, bytes) ? count : throw new FormatException($"the header announces {count} hyperparameters, levels or configurations, which do not fit into it");
    }

    private static SearchSpace ReadList(BinaryReader reader, Hyperparameter[] hyperparameters)
    {
        int[] list = ReadAll(ReadCount(reader, sizeof(int) * hyperparameters.Length) * hyperparameters.Length, reader.ReadInt32);
        SearchSpace space = SearchSpace.Listed(hyperparameters, list);
        for (int i = 0; i < list.Length; i++)
        {
            if (space.Level(i / space.Dimension, i % space.Dimension) != list[i])
                throw new FormatException("the configurations are not listed in lexicographic order");
        }

        return space;
    }

    private static void WriteList(BinaryWriter writer, SearchSpace space)
    {
        writer.Write((int)space.CellCount);
        for (int cell = 0; cell < space.CellCount; cell++)
        {
            for (int h = 0; h < space.Dimension; h++)
                writer.Write(space.Level(cell, h));
        }
    }

    private static Levels LevelsOf(Hyperparameter hyperparameter) => hyperparameter.Kind switch
    {
        HyperparameterKind.Boolean => Levels.FalseAndTrue,
        HyperparameterKind.Categorical => Levels.Labels,
        _ => hyperparameter.IsNumeric ? Levels.Numbers : Levels.OrderedLabels,
    };
}
