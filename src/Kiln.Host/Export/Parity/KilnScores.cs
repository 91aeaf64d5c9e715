using Kiln.Onnx;
using Kiln.Onnx.Evaluation;

namespace Kiln.Host.Export.Parity;

/// <summary>The file as the shipped predictor runs it.</summary>
sealed class KilnScores
{
    readonly Evaluator _evaluator;

    public KilnScores(byte[] onnx)
    {
        var model = OnnxModel.Read(onnx);
        _evaluator = new(model);
        Trees = model.Nodes.Select(node => node.Ints("nodes_treeids").Distinct().Count()).DefaultIfEmpty().Max();
        ComparesOnly = model.Nodes.Any(IsTrees) && model.Nodes.TakeWhile(node => !IsTrees(node)).All(IsNoArithmetic);
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
            foreach (var (name, slot) in _evaluator.Inputs)
            {
                if (sample.Inputs[name] is List<float> numbers)
                    scratch.Row.Numbers(slot)[0] = numbers[i];
                else
                    scratch.Row.Texts(slot)[0] = ((List<string>)sample.Inputs[name])[i];
            }
            _evaluator.Run(scratch.Row);
            magnitudes[i] = _evaluator.Magnitude(scratch.Row);
            products[i] = _evaluator.Products(scratch.Row);
            for (var output = 0; output < outputs.Length; output++)
            {
                var values = scratch.Row.Numbers(_evaluator.Outputs[output]);
                values.CopyTo(outputs[output].AsSpan(i * values.Length));
            }
        }
        return (outputs, magnitudes, products);
    }

    static bool IsTrees(OnnxNode node) => node.Operator == "TreeEnsembleRegressor";

    static bool IsNoArithmetic(OnnxNode node) =>
        node.Operator is "Concat" or "FeatureVectorizer" or "Identity" or "LabelEncoder" or "OneHotEncoder" or "Cast";
}
