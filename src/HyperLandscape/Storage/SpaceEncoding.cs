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

    public static void Write(BinaryWriter writer, SearchSpace space)
    {
        writer.Write(space.Dimension);
        foreach (Hyperparameter hyperparameter in space.Hyperparameters)
        {
            Levels levels = LevelsOf(hyperparameter);
            writer.Write(hyperparameter.Name);
            writer.Write((byte)levels);
            writer.Write(hyperparameter.LevelCount);
            for (int level = 0; level < hyperparameter.LevelCount; level++)
            {
                if (levels == Levels.Numbers)
                    writer.Write(hyperparameter.Values[level]);
                else if (levels != Levels.FalseAndTrue)
                    writer.Write(hyperparameter.Labels[level]);
            }
        }
    }

    public static SearchSpace Read(BinaryReader reader)
    {
        var hyperparameters = new Hyperparameter[ReadCount(reader)];
        for (int h = 0; h < hyperparameters.Length; h++)
        {
            string name = reader.ReadString();
            var levels = (Levels)reader.ReadByte();
            int count = ReadCount(reader);
            hyperparameters[h] = levels switch
            {
                Levels.Numbers => Hyperparameter.Ordinal(name, ReadAll(count, reader.ReadDouble)),
                Levels.OrderedLabels => Hyperparameter.Ordinal(name, ReadAll(count, reader.ReadString)),
                Levels.Labels => Hyperparameter.Categorical(name, ReadAll(count, reader.ReadString)),
                Levels.FalseAndTrue => Hyperparameter.Boolean(name),
                _ => throw new FormatException($"hyperparameter '{name}' is of the unknown kind {levels}"),
            };
        }

        return new SearchSpace(hyperparameters);
    }

    private static Levels LevelsOf(Hyperparameter hyperparameter) => hyperparameter.Kind switch
    {
        HyperparameterKind.Boolean => Levels.FalseAndTrue,
        HyperparameterKind.Categorical => Levels.Labels,
        _ => hyperparameter.IsNumeric ? Levels.Numbers : Levels.OrderedLabels,
    };

    private static T[] ReadAll<T>(int count, Func<T> read)
    {
        var all = new T[count];
        for (int i = 0; i < count; i++)
            all[i] = read();
        return all;
    }

    private static int ReadCount(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        long rest = reader.BaseStream.Length - reader.BaseStream.Position;
        return count >= 0 && count <= rest ? count : throw new FormatException($"the header announces {count} hyperparameters or levels, which do not fit into it");
    }
}
