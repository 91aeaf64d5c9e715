using Kiln.Onnx;

namespace Kiln.Host.Tests.Foreign;

/// <summary>The classifiers of ai.onnx.ml, of which the standard leaves open what two classes with one score mean.</summary>
public class ClassifierTests
{
    static readonly string[] Names = ["no", "maybe", "yes ☃"];

    public static TheoryData<string, int, bool> Linear => new MatrixTheoryData<string, int, bool>(
        ["NONE", "LOGISTIC", "SOFTMAX", "SOFTMAX_ZERO"], [1, 2, 3], [false, true]);

    [Theory]
    [MemberData(nameof(Linear))]
    public void A_linear_classifier(string transform, int scores, bool texts)
    {
        var random = new Random(5);
        Judge.Agree(Float().Ml("LinearClassifier", ["x"], ["label", "scores"],
            ("coefficients", Floats(random, scores * 4)), ("intercepts", Floats(random, scores)), ("post_transform", transform),
            Classes(Math.Max(scores, 2), texts)).Output("label", "scores").ToArray(), missing: false);
    }

    public static TheoryData<string, int, bool, int> Trees
    {
        get
        {
            var cases = new TheoryData<string, int, bool, int>();
            foreach (var transform in new[] { "NONE", "LOGISTIC", "SOFTMAX", "SOFTMAX_ZERO" })
                foreach (var (of, bases) in new[] { (-1, 0), (-1, 3), (0, 0), (0, 1), (1, 0) })
                {
                    cases.Add(transform, of, false, bases);
                    cases.Add(transform, of, true, bases);
                }
            return cases;
        }
    }

    /// <param name="transform">What becomes of the scores.</param>
    /// <param name="of">Which of two classes the leaves are about; -1 for all of three.</param>
    /// <param name="isShare">Whether no weight is negative.</param>
    /// <param name="bases">How many base values there are.</param>
    [Theory]
    [MemberData(nameof(Trees))]
    public void Trees_that_classify(string transform, int of, bool isShare, int bases)
    {
        var classes = of < 0 ? 3 : 2;
        (string, object)[] attributes = [.. TreesOf(classes, of, isShare), ("post_transform", transform), Classes(classes, of == 1, "classlabels_int64s")];
        if (bases > 0)
            attributes = [.. attributes, ("base_values", Enumerable.Range(0, bases).Select(i => 0.25f * i - 0.125f).ToArray())];
        Judge.Agree(Float().Ml("TreeEnsembleClassifier", ["x"], ["label", "scores"], attributes).Output("label", "scores").ToArray());
    }

    [Fact]
    public void Trees_of_integers_and_a_map_of_named_classes()
    {
        var file = Judge.Agree(new ForeignGraph().Input("x", TensorElementType.Int64, 4)
            .Ml("TreeEnsembleClassifier", ["x"], ["label", "scores"], [.. TreesOf(3, -1, isShare: true), Classes(3, texts: true)])
            .Ml("ZipMap", ["scores"], ["map"], ("classlabels_strings", Names)).Output("label", "map").ToArray());

        Assert.Equal(["PredictedLabel", "Probabilities"], file.Signature.Outputs.Select(output => output.Property));
        Assert.Equal(Names, file.Signature.Outputs[1].Classes);
    }

    public static TheoryData<string, int, bool, string> Vectors => new MatrixTheoryData<string, int, bool, string>(
        ["LINEAR", "POLY", "RBF", "SIGMOID"], [2, 3, 4], [false, true], ["NONE", "LOGISTIC"]);

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Support_vectors(string kernel, int classes, bool probabilities, string transform)
    {
        var random = new Random(7);
        var pairs = classes * (classes - 1) / 2;
        (string, object)[] attributes =
        [
            ("kernel_type", kernel), ("kernel_params", new[] { 0.125f, 0.5f, 3 }), ("post_transform", transform), Classes(classes, texts: false),
            ("vectors_per_class", Enumerable.Range(2, classes).Select(i => (long)i).ToArray()),
            ("support_vectors", Floats(random, 4 * Enumerable.Range(2, classes).Sum())),
            ("coefficients", Floats(random, (classes - 1) * Enumerable.Range(2, classes).Sum())), ("rho", Floats(random, pairs)),
        ];
        if (probabilities)
            attributes = [.. attributes, ("prob_a", Enumerable.Repeat(-1.5f, pairs).ToArray()), ("prob_b", Enumerable.Repeat(0.25f, pairs).ToArray())];
        Judge.Agree(new ForeignGraph().Input("raw", TensorElementType.Float, 4).Ml("Normalizer", ["raw"], ["x"], ("norm", "L2"))
            .Ml("SVMClassifier", ["x"], ["label", "scores"], attributes).Output("label", "scores").ToArray());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_linear_machine_without_support_vectors(int classes)
    {
        var random = new Random(9);
        Judge.Agree(Float().Ml("SVMClassifier", ["x"], ["label", "scores"],
            ("kernel_type", "LINEAR"), ("kernel_params", new float[3]), ("coefficients", Floats(random, 4 * classes)), ("rho", new[] { 0.25f }), Classes(classes, texts: false)).Output("label", "scores").ToArray(), missing: false);
    }

    static ForeignGraph Float() => new ForeignGraph().Input("x", TensorElementType.Float, 4);

    static float[] Floats(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)Math.Round(random.NextDouble() * 4 - 2, 3))];

    static (string, object) Classes(int count, bool texts, string integers = "classlabels_ints") => texts
        ? ("classlabels_strings", Names[..count])
        : (integers, new long[] { 3, 7, 11, 12 }[..count]);

    /// <summary>Three trees of three leaves.</summary>
    static (string, object)[] TreesOf(int classes, int only, bool isShare)
    {
        var random = new Random(3);
        List<long> weightTrees = [], weightNodes = [], weightClasses = [];
        List<float> values = [];
        for (var tree = 0; tree < 3; tree++)
            foreach (var leaf in new[] { 2, 3, 4 })
                for (var of = 0; of < classes; of++)
                    if (only < 0 || of == only)
                    {
                        weightTrees.Add(tree);
                        weightNodes.Add(leaf);
                        weightClasses.Add(of);
                        values.Add((float)Math.Round(isShare ? random.NextDouble() * 0.33 : random.NextDouble() * 2 - 1, 3));
                    }
        static long[] Each(params long[] nodes) => [.. Enumerable.Repeat(nodes, 3).SelectMany(all => all)];
        return
        [
            ("nodes_treeids", Enumerable.Range(0, 15).Select(i => (long)(i / 5)).ToArray()), ("nodes_nodeids", Each(0, 1, 2, 3, 4)),
            ("nodes_modes", Enumerable.Repeat(new[] { "BRANCH_LEQ", "BRANCH_LT", "LEAF", "LEAF", "LEAF" }, 3).SelectMany(modes => modes).ToArray()),
            ("nodes_featureids", new long[] { 0, 1, 0, 0, 0, 2, 3, 0, 0, 0, 1, 2, 0, 0, 0 }),
            ("nodes_values", new[] { 0.5f, 1, 0, 0, 0, -1, 2, 0, 0, 0, 3.14159f, 0, 0, 0, 0 }),
            ("nodes_truenodeids", Each(1, 2, 0, 0, 0)), ("nodes_falsenodeids", Each(4, 3, 0, 0, 0)),
            ("nodes_missing_value_tracks_true", Each(1, 0, 0, 0, 0)),
            ("class_treeids", weightTrees.ToArray()), ("class_nodeids", weightNodes.ToArray()),
            ("class_ids", weightClasses.ToArray()), ("class_weights", values.ToArray()),
        ];
    }
}
