using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Host.Examples;
using Kiln.Host.Export.Graphs;

namespace Kiln.Host.Training.Encodings;

/// <summary>What was learnt of a free text input: the graph from it to its vector.</summary>
sealed record LearntText(ModelInput Input, Graph Graph)
{
    /// <summary>Weights of a model's texts. Each is four bytes of the model and of the memory of who loads it.</summary>
    const int MostWeights = 1_000_000;

    /// <summary>Sequences of a vocabulary; rarer ones than so many say little.</summary>
    const int MostSequences = 20_000;

    /// <summary>Characters of training texts; more of them cost time and memory, and hardly tell more.</summary>
    const long MostCharacters = 50_000_000;

    /// <summary>The training rows to learn from: all, or evenly so many that their texts are not too long together.</summary>
    /// <param name="most">Characters of all of them.</param>
    public static int[] Sample(ExampleSet examples, int[] training, long most = MostCharacters)
    {
        var columns = Enumerable.Range(0, examples.Inputs.Count).Where(i => examples.Inputs[i].IsFreeText).Select(i => examples.Texts[i]!).ToList();
        var characters = columns.Sum(column => training.Sum(row => column.Codes[row] is >= 0 and var code ? (long)column.Texts[code].Length : 0));
        var step = (int)(characters / most) + 1;
        return step == 1 ? training : [.. training.Where((_, i) => i % step == 0)];
    }

    /// <summary>What a reader of the log is told.</summary>
    public string Describe() => $"'{Input.Name}' is read by its words and letters: {Counted.Format(Graph.Outputs[0].Width, "sequence")} of them, the most frequent, count";

    /// <summary>The free texts of which nothing was learnt.</summary>
    public static IReadOnlyList<string> Unread(ModelShape shape, IReadOnlyList<LearntText> learnt) =>
        [.. shape.Inputs.Where(input => input.IsFreeText && learnt.All(text => text.Input.Name != input.Name)).Select(input => input.Name)];

    /// <summary>Learns the vocabularies of all free texts from the training rows; a text in which nothing recurs has none, and is left out.</summary>
    public static IReadOnlyList<LearntText> Learn(ExampleSet examples, int[] training)
    {
        var inputs = Enumerable.Range(0, examples.Inputs.Count).Where(i => examples.Inputs[i].IsFreeText).ToList();
        var scores = examples.Shape.Task == TaskKind.MulticlassClassification ? examples.Shape.Classes.Count : 1;
        var most = Math.Clamp(MostWeights / scores / TextUnit.All.Count / Math.Max(inputs.Count, 1), 1, MostSequences);
        List<LearntText> learnt = [];
        foreach (var input in inputs)
        {
            var column = examples.Texts[input]!;
            string[] texts = [.. training.Select(row => column.Codes[row] is >= 0 and var code ? column.Texts[code] : "")];
            TextVocabulary[] vocabularies = [.. TextUnit.All.Select(unit => TextVocabulary.Learn(unit, texts, most)).OfType<TextVocabulary>()];
            if (vocabularies.Length > 0)
                learnt.Add(new(examples.Inputs[input], TextGraph.Create(examples.Inputs[input].Name, vocabularies)));
        }
        return learnt;
    }
}
