using Kiln.Contracts.Models;
using Kiln.Host.Data;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Monitoring;

namespace Kiln.Host.Monitoring;

/// <summary>What a model was trained on and what it answers, in the bins in which the application counts.</summary>
sealed class TrainingProfile(ModelRows rows, Predictions heldOut)
{
    /// <summary>The most frequent values of a category have a bin each, the others one together.</summary>
    const int MostValues = 20;

    /// <summary>Tenths of the inputs, and twentieths of what is answered: how well the model does is told by them.</summary>
    const int InputBins = 10, AnswerBins = 20;

    readonly ExampleSet _examples = rows.Examples;
    readonly int[] _parts = DataParts.Of(rows.Table);
    readonly LabelRule _rule = new(Enum.Parse<ModelTask>(heldOut.Task.ToString()), (float?)heldOut.Threshold);

    int Parts => _parts.Length == 0 ? 1 : _parts.Max() + 1;

    public ModelProfile Measure() => new([.. Inputs(), .. Answers()]);

    /// <summary>Parts of a date are left out: they are new every day.</summary>
    IEnumerable<CountedColumn> Inputs()
    {
        for (var i = 0; i < _examples.Inputs.Count; i++)
            if (_examples.Inputs[i] is { Part: null } input)
                yield return _examples.Texts[i] is { } texts ? Text(input, texts) : Number(input.Name, _examples.Numbers[i]!);
    }

    CountedColumn Number(string name, float[] values)
    {
        var column = Begin(name, CountedKind.Number, Edges(values, InputBins));
        var binning = Binning.Of(column, 0, _rule);
        var counts = new PartCounts(Parts, column.Bins);
        for (var row = 0; row < values.Length; row++)
            counts.Add(_parts[row], binning.Find(values.AsSpan(row, 1), default, default));
        return counts.Complete(column);
    }

    CountedColumn Text(ModelInput input, TextColumn texts)
    {
        var column = input.Column.Classification is not null ? Begin(input.Name, CountedKind.Presence, [])
            : input.IsFreeText ? Begin(input.Name, CountedKind.Length, Edges([.. texts.Codes.Where(code => code >= 0).Select(code => (float)texts.Texts[code].Length)], InputBins))
            : Begin(input.Name, CountedKind.Category, []) with { Values = Frequent(texts) };
        var binning = Binning.Of(column, 0, _rule);
        int[] bins = [.. texts.Texts.Select(text => binning.Find(default, [text], default))];
        var counts = new PartCounts(Parts, column.Bins);
        for (var row = 0; row < texts.Codes.Length; row++)
            counts.Add(_parts[row], texts.Codes[row] is var code and >= 0 ? bins[code] : column.Bins - 1);
        return counts.Complete(column);
    }

    static string[] Frequent(TextColumn texts)
    {
        var counts = new long[texts.Texts.Count];
        foreach (var code in texts.Codes)
            if (code >= 0)
                counts[code]++;
        var seen = counts.Count(count => count > 0);
        return [.. Enumerable.Range(0, counts.Length).OrderByDescending(code => counts[code]).ThenBy(code => texts.Texts[code], StringComparer.Ordinal)
            .Take(seen <= MostValues ? seen : MostValues - 1).Select(code => texts.Texts[code])];
    }

    IEnumerable<CountedColumn> Answers()
    {
        switch (heldOut.Task)
        {
            case TaskKind.BinaryClassification:
                yield return Score(RowCounts.ProbabilityName, CountedKind.Score, 1, row => heldOut.Label[row] > 0);
                break;
            case TaskKind.MulticlassClassification:
                yield return Score(RowCounts.ProbabilityName, CountedKind.Confidence, 0, row => _rule.Find(heldOut.Scores[row]) == (int)heldOut.Label[row]);
                break;
            case TaskKind.Clustering:
                break;
            default:
                yield return Score("Score", CountedKind.Score, 0, null);
                break;
        }
        if (_rule.HasLabels)
            yield return Labels();
    }

    CountedColumn Score(string name, CountedKind kind, int source, Func<int, bool>? isPositive)
    {
        var column = Begin(name, kind, Edges([.. heldOut.Scores.Select(scores => kind == CountedKind.Confidence ? scores.Max() : scores[source])], AnswerBins));
        var binning = Binning.Of(column, source, _rule);
        var (counts, positive) = (new PartCounts(Parts, column.Bins), new long[column.Bins]);
        for (var row = 0; row < heldOut.Scores.Length; row++)
        {
            var bin = binning.Find(default, default, heldOut.Scores[row]);
            counts.Add(_parts[rows.HoldOut.HeldOut[row]], bin);
            positive[bin] += isPositive?.Invoke(row) == true ? 1 : 0;
        }
        return counts.Complete(column) with { Positive = isPositive is null ? [] : positive };
    }

    CountedColumn Labels()
    {
        var labels = heldOut.Task is TaskKind.BinaryClassification or TaskKind.AnomalyDetection ? 2 : heldOut.Scores[0].Length;
        var counts = new PartCounts(Parts, labels + 1);
        for (var row = 0; row < heldOut.Scores.Length; row++)
            counts.Add(_parts[rows.HoldOut.HeldOut[row]], _rule.Find(heldOut.Scores[row]));
        return counts.Complete(Begin("PredictedLabel", CountedKind.Label, []));
    }

    static CountedColumn Begin(string name, CountedKind kind, float[] edges) => new(name, kind, edges, [], [], 0, 0);

    static float[] Edges(IReadOnlyList<float> values, int bins)
    {
        float[] sorted = [.. values.Where(value => !float.IsNaN(value)).Order()];
        return [.. Enumerable.Range(1, sorted.Length == 0 ? 0 : bins - 1).Select(i => sorted[(int)((long)i * sorted.Length / bins)]).Distinct()];
    }
}
