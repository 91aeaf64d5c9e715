using Kiln.Host.Export.Graphs;
using Kiln.Host.Export.Parity;
using Kiln.Host.Training.Encodings;

namespace Kiln.Host.Tests.Export;

/// <summary>How the predictor cuts and counts texts, against ONNX Runtime.</summary>
public class TextOperatorTests
{
    static readonly string[] Texts =
    [
        "", " ", "a", "A b", "b a b a", "  two  blanks ", "tab\tand\r\nlines", "x_y-z.0/9", "don’t “quote” – dash… €5", "\u00A0no-break\u00A0space",
        "Ünï ÜNÏ ünï", "İstanbul ıI ß ẞ", "漢字 かな、カナ。", "😀 a😀b 👩‍👩‍👧 e\u0301 é", "\u0001\u007F\u00BF\u00C0", "never seen before", "a b a b a b",
    ];

    [Theory]
    [InlineData("words")]
    [InlineData("characters")]
    public void Every_sequence_is_counted_as_ONNX_Runtime_counts_it(string name)
    {
        var unit = TextUnit.All.Single(unit => unit.Name == name) with { FewestTexts = 1 };
        var graph = TextGraph.Create("t", [TextVocabulary.Learn(unit, Texts, 100_000)!]);

        AssertSame(graph, Texts);
    }

    /// <summary>A batch in which no text has any token is of no length at all.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(" . ")]
    [InlineData("unknown")]
    public void A_text_without_tokens_counts_nothing(string text) => AssertSame(TextGraph.Create("t", Learn("a b", "a b", "a b c")), [text]);

    [Fact]
    public void Spellings_that_training_has_not_seen_are_the_same_word()
    {
        var graph = TextGraph.Create("t", Learn("free ünder", "free ünder"));

        var values = AssertSame(graph, ["free ünder", "FREE ÜNDER", "Free Ünder", "fReE"]);
        Assert.Equal(values[0], values[1]);
        Assert.Equal(values[0], values[2]);
    }

    [Fact]
    public void Every_blank_is_the_same_one()
    {
        var graph = TextGraph.Create("t", [TextVocabulary.Learn(TextUnit.All[1] with { FewestTexts = 1 }, ["a b"], 100)!]);

        var values = AssertSame(graph, ["a b", "a\tb", "a\nb", "a\u00A0b", "a  b"]);
        Assert.All(values[1..4], value => Assert.Equal(values[0], value));
        Assert.NotEqual(values[0], values[4]);
    }

    static TextVocabulary[] Learn(params string[] texts) => [TextVocabulary.Learn(TextUnit.All[0], texts, 100)!];

    static float[][] AssertSame(Graph graph, string[] texts)
    {
        var onnx = GraphWriter.Write(graph);
        var sample = new RowSample(outputs: 0) { Count = texts.Length };
        sample.Inputs.Add("t", texts.ToList());
        var kiln = new KilnScores(onnx).Run(sample).Outputs[0];
        using var runtime = new OnnxRuntimeScores(onnx);
        var expected = runtime.Run(sample)[0];

        Assert.Equal(graph.Outputs[0].Width * texts.Length, kiln.Length);
        Assert.Equal(expected.Length, kiln.Length);
        Assert.All(expected.Zip(kiln), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
        return [.. kiln.Chunk(graph.Outputs[0].Width)];
    }
}
