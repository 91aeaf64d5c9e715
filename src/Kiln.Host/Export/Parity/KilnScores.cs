using Kiln.Host.Export.Steps;
using Kiln.Onnx;
using Kiln.Onnx.Compilation;
using Kiln.Onnx.Evaluation;

namespace Kiln.Host.Export.Parity;

/// <summary>
/// The file as the shipped predictor runs it: as it is written, and folded for every kind of machine, which has to give the same bits.
/// </summary>
sealed class KilnScores
{
    readonly Evaluator _evaluator;
    readonly (MaskBits Bits, Evaluator Evaluator)[] _folded;

    public KilnScores(byte[] onnx)
    {
        var model = OnnxModel.Read(onnx);
        var compiled = new CompiledGraph(model);
        _evaluator = compiled.Reference;
        _folded = compiled.IsFolded ? [.. Enum.GetValues<MaskBits>().Select(bits => (bits, compiled.CreateEvaluator(bits)))] : [];
        Trees = model.Nodes.Select(node => node.Ints("nodes_treeids").Distinct().Count()).DefaultIfEmpty().Max();
        ComparesOnly = model.Nodes.Any(IsTrees) && model.Nodes.TakeWhile(node => !IsTrees(node)).All(IsNoArithmetic) && !model.Nodes.Any(node => node.Operator == "LinearRegressor");
    }

    /// <summary>How many trees the largest ensemble has, 0 where there is none.</summary>
    public int Trees { get; }

    /// <summary>Whether trees look at the inputs as they are, so that it makes sense to ask for infinite ones.</summary>
    public bool ComparesOnly { get; }

    public IEnumerable<string> Inputs => _evaluator.Inputs.Select(input => input.Name);

    /// <summary>Per output the values of all rows, one after the other; and per row the scale of its rounding errors, and how many
    /// products the largest sum of them has, 0 where there are none.</summary>
    public (float[][] Outputs, double[] Magnitudes, int[] Products) Run(RowSample sample)
    {
        var outputs = _evaluator.Outputs.Select(output => new float[sample.Count * output.Length]).ToArray();
        var (magnitudes, products) = (new double[sample.Count], new int[sample.Count]);
        using var scratch = _evaluator.Rent();
        for (var i = 0; i < sample.Count; i++)
        {
            Fill(_evaluator, scratch.Row, sample, i);
            _evaluator.Run(scratch.Row);
            magnitudes[i] = _evaluator.Magnitude(scratch.Row);
            products[i] = _evaluator.Products(scratch.Row);
            for (var output = 0; output < outputs.Length; output++)
            {
                var values = scratch.Row.Numbers(_evaluator.Outputs[output]);
                values.CopyTo(outputs[output].AsSpan(i * values.Length));
            }
            foreach (var (bits, folded) in _folded)
                Check(bits, folded, scratch.Row, sample, i);
        }
        return (outputs, magnitudes, products);
    }

    void Check(MaskBits bits, Evaluator folded, Row expected, RowSample sample, int row)
    {
        using var scratch = folded.Rent();
        Fill(folded, scratch.Row, sample, row);
        folded.Run(scratch.Row);
        for (var output = 0; output < folded.Outputs.Length; output++)
        {
            var wanted = expected.Numbers(_evaluator.Outputs[output]);
            var actual = scratch.Row.Numbers(folded.Outputs[output]);
            for (var i = 0; i < wanted.Length; i++)
                if (!SameBits(wanted[i], actual[i]))
                    throw new ExportException($"the folded graph gives {actual[i]:R} ({bits}) where the graph gives {wanted[i]:R}, in row {row + 1} of a sample; "
                        + "this is a bug in Kiln: report it with this message");
        }
    }

    static void Fill(Evaluator evaluator, Row row, RowSample sample, int i)
    {
        foreach (var (name, slot) in evaluator.Inputs)
        {
            if (sample.Inputs[name] is List<float> numbers)
                row.Number(slot.Offset) = numbers[i];
            else
                row.Text(slot.Offset) = ((List<string>)sample.Inputs[name])[i];
        }
    }

    static bool SameBits(float a, float b) => BitConverter.SingleToInt32Bits(a) == BitConverter.SingleToInt32Bits(b) || float.IsNaN(a) && float.IsNaN(b);

    static bool IsTrees(OnnxNode node) => node.Operator == "TreeEnsembleRegressor";

    static bool IsNoArithmetic(OnnxNode node) =>
        node.Operator is "Concat" or "FeatureVectorizer" or "Identity" or "LabelEncoder" or "OneHotEncoder" or "Cast";
}
