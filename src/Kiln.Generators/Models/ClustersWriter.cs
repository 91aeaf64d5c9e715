using Kiln.Generators.Text;

namespace Kiln.Generators.Models;

/// <summary>Writes a clustering's answer: the nearest cluster, and a distance from each without an allocation.</summary>
static class ClustersWriter
{
    public static void Write(SourceWriter writer, ModelTypes types)
    {
        var count = types.Shape.ScoreCount;
        var distances = new ScoreFields(count, "_d", "_distances");
        writer.Line().Summary("The cluster of a row.");
        writer.Generated().Open("public readonly record struct Prediction");
        distances.Declare(writer);
        writer.Line().Summary("The prediction that follows from the distances; tests can make their own.");
        writer.Doc("param name=\"distances\"", "The squared distances from the clusters' centres, in order.");
        writer.Open("public Prediction(global::System.ReadOnlySpan<float> distances)");
        distances.Assign(writer, "distances");
        writer.Line("var nearest = 0;");
        writer.Line("for (var i = 1; i < distances.Length; i++)");
        writer.Line("    if (distances[i] < distances[nearest])");
        writer.Line("        nearest = i;");
        writer.Line("Cluster = (uint)nearest + 1;").Line("Distance = distances[nearest];").Close();
        writer.Line().Summary($"The number of the nearest cluster, 1 to {count}: with the default pipeline, 1 is the one that most training rows are in. Another training may number them otherwise.")
            .Line("public uint Cluster { get; }");
        writer.Line().Summary("The squared Euclidean distance from that cluster's centre, 0 upwards; with the default pipeline, in standard deviations of each number.").Line("public float Distance { get; }");
        writer.Line().Summary("The squared Euclidean distance from a cluster's centre.").Doc("param name=\"cluster\"", $"The cluster's number, 1 to {count}.");
        distances.Get(writer, "DistanceFrom(uint", "cluster", "(cluster - 1)", i => $"{i + 1}");
        distances.Equality(writer, "Whether both have the same distances.", "Cluster, Distance");
        writer.Close();
    }
}
