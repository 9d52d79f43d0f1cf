using System.Text;
using System.Xml;

namespace HyperLandscape.Graphs;

/// <summary>GraphML (Brandes et al. 2002), written as it goes along.</summary>
internal static class GraphMLFormat
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize, OmitXmlDeclaration = true };

    public static void Write(GraphDescription graph, string path)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        Write(graph, writer);
    }

    public static void Write(GraphDescription graph, TextWriter writer)
    {
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"); // not by the XML writer, which would declare what strings are made of
        using var xml = XmlWriter.Create(writer, Settings);
        xml.WriteStartElement("graphml", Namespace);
        WriteKeys(xml, "node", 'n', graph.NodeAttributes);
        WriteKeys(xml, "edge", 'e', graph.EdgeAttributes);
        xml.WriteStartElement("graph");
        xml.WriteAttributeString("edgedefault", graph.IsDirected ? "directed" : "undirected");
        for (int node = 0; node < graph.NodeCount; node++)
        {
            xml.WriteStartElement("node");
            xml.WriteAttributeString("id", GraphDescription.Text(node));
            WriteValues(xml, 'n', graph.NodeValues(node));
            xml.WriteEndElement();
        }

        for (int node = 0; node < graph.NodeCount; node++)
        {
            foreach ((int target, string[] values) in graph.EdgesFrom(node))
            {
                xml.WriteStartElement("edge");
                xml.WriteAttributeString("source", GraphDescription.Text(node));
                xml.WriteAttributeString("target", GraphDescription.Text(target));
                WriteValues(xml, 'e', values);
                xml.WriteEndElement();
            }
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.Flush();
        writer.Write('\n');
    }

    private static void WriteKeys(XmlWriter xml, string domain, char prefix, IReadOnlyList<GraphAttribute> attributes)
    {
        for (int i = 0; i < attributes.Count; i++)
        {
            xml.WriteStartElement("key");
            xml.WriteAttributeString("id", $"{prefix}{i}");
            xml.WriteAttributeString("for", domain);
            xml.WriteAttributeString("attr.name", Valid(attributes[i].Name));
            xml.WriteAttributeString("attr.type", attributes[i].Type);
            xml.WriteEndElement();
        }
    }

    private static void WriteValues(XmlWriter xml, char prefix, IReadOnlyList<string> values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            xml.WriteStartElement("data");
            xml.WriteAttributeString("key", $"{prefix}{i}");
            xml.WriteString(Valid(values[i]));
            xml.WriteEndElement();
        }
    }

    /// <summary>Control characters and halves of surrogate pairs cannot be written in XML at all.</summary>
    private static string Valid(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes()) // turns halves of pairs into the replacement character
            valid.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        return valid.ToString();
    }
}
