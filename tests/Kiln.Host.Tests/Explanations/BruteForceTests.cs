using System.Numerics;
using Kiln.Host.Export.Graphs;
using Kiln.Host.Tests.Boosters;
using Kiln.Onnx;
using Kiln.Onnx.Explanations;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace Kiln.Host.Tests.Explanations;

/// <summary>
/// A column is one player, however many features are made of it: its contribution is Shapley's value of the game of columns, which is worked out here
/// from its definition, over all sets of columns.
/// </summary>
public class BruteForceTests
{
    readonly MLContext ml = new(1);

    public static TheoryData<string, string> Models =>
    [
        ("LightGBM", "mixed"), ("LightGBM", "half missing"), ("LightGBM classes", "plain"), ("LightGBM one versus all", "plain"), ("FastTree", "plain"),
        ("FastTree Tweedie", "plain"), ("FastForest", "zero-heavy"),
    ];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_column_is_one_player(string trainer, string nature)
    {
        var explained = trainer switch
        {
            "LightGBM" => new Explained(RefereeModel.Create(ml, "binary"), "binary", RefereeData.View(ml, nature, 600, seed: 1)),
            "LightGBM classes" => new Explained(RefereeModel.Create(ml, "multiclass"), "multiclass", RefereeData.View(ml, nature, 600, seed: 1)),
            "LightGBM one versus all" => new Explained(RefereeModel.Create(ml, "one versus all"), "multiclass", RefereeData.View(ml, nature, 600, seed: 1)),
            "FastTree Tweedie" => new Explained(
                RefereeModel.Create(ml, ml.Regression.Trainers.FastTreeTweedie(new FastTreeTweedieTrainer.Options { LabelColumnName = "Amount", NumberOfThreads = 1 })),
                "regression", RefereeData.View(ml, nature, 600, seed: 1)),
            "FastTree" => new Explained(
                RefereeModel.Create(ml, ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options { LabelColumnName = "Yes", NumberOfThreads = 1 })),
                "binary", RefereeData.View(ml, nature, 600, seed: 1)),
            _ => new Explained(
                RefereeModel.Create(ml, ml.Regression.Trainers.FastForest(new FastForestRegressionTrainer.Options { LabelColumnName = "Amount", NumberOfThreads = 1 })),
                "regression", RefereeData.View(ml, nature, 600, seed: 1)),
        };
        OnnxNode[] ensembles = [.. OnnxModel.Read(explained.Onnx).Nodes.Where(node => node.Operator == "TreeEnsembleRegressor")];
        Assert.Equal(ensembles.Length, explained.Attribution.Scores);
        var scale = trainer == "FastForest" ? 1.0 / ensembles[0].Ints("nodes_treeids").Distinct().Count() : 1;
        foreach (var row in RefereeData.Rows(nature, 20, seed: 3))
            for (var score = 0; score < ensembles.Length; score++)
            {
                float[] features = [row.A, row.B, row.C, row.D, .. RefereeData.Kinds.Select(kind => kind == row.Kind ? 1f : 0)];
                var values = new double[32];
                var trees = new Trees(ensembles[score]);
                for (var players = 0; players < 32; players++)
                    values[players] = scale * trees.Expectation(features, players);
                var tolerance = 1e-9 * Math.Max(1, values.Max(Math.Abs));
                var actual = explained.Explain(row, score);
                for (var player = 0; player < 5; player++)
                    Assert.Equal(Shapley(values, player), actual[player], tolerance);
                Assert.Equal(values[0], actual[5], tolerance);
                Assert.Equal(values[31], actual.Sum(), tolerance);
            }
    }

    /// <summary>Each branch lets its smallest row go and asks the others: as deep as a tree of so many leaves can be, and deeper than a word has bits.</summary>
    [Fact]
    public void A_tree_may_be_as_deep_as_it_has_leaves()
    {
        const int Depth = 150;
        var random = new Random(4);
        var graph = new Graph();
        graph.Inputs.AddRange([new("A", TensorElementType.Float, 1), new("B", TensorElementType.Float, 1)]);
        graph.Outputs.Add(new("Score", TensorElementType.Float, 1));
        var joined = new GraphNode("Concat", "", "joined", ["A", "B"], ["Features"]) { Attributes = { ["axis"] = 1L } };
        // Node 2 i is a branch and 2 i + 1 the leaf that it lets go; the last branch has two.
        var nodes = Enumerable.Range(0, 2 * Depth + 1).ToArray();
        bool IsLeaf(int node) => node % 2 == 1 || node == 2 * Depth;
        long[] leaves = [.. nodes.Where(IsLeaf).Select(node => (long)node)];
        var trees = new GraphNode("TreeEnsembleRegressor", GraphNode.MachineLearning, "trees", ["Features"], ["Score"])
        {
            Attributes =
            {
                ["nodes_treeids"] = new long[nodes.Length],
                ["nodes_nodeids"] = nodes.Select(node => (long)node).ToArray(),
                ["nodes_featureids"] = nodes.Select(node => IsLeaf(node) ? 0L : random.Next(2)).ToArray(),
                ["nodes_values"] = nodes.Select(node => IsLeaf(node) ? 0 : node / (2f * Depth)).ToArray(),
                ["nodes_modes"] = nodes.Select(node => IsLeaf(node) ? "LEAF" : "BRANCH_LEQ").ToArray(),
                ["nodes_truenodeids"] = nodes.Select(node => IsLeaf(node) ? 0L : node + 1).ToArray(),
                ["nodes_falsenodeids"] = nodes.Select(node => IsLeaf(node) ? 0L : node + 2).ToArray(),
                ["nodes_missing_value_tracks_true"] = new long[nodes.Length],
                ["nodes_hitrates"] = nodes.Select(node => node % 2 == 1 ? 1f : Depth + 1 - node / 2).ToArray(),
                ["n_targets"] = 1L,
                ["target_treeids"] = new long[leaves.Length],
                ["target_nodeids"] = leaves,
                ["target_ids"] = new long[leaves.Length],
                ["target_weights"] = leaves.Select(_ => (float)random.NextDouble()).ToArray(),
            },
        };
        graph.Nodes.AddRange([joined, trees]);
        var model = OnnxModel.Read(GraphWriter.Write(graph));
        var attribution = new Attribution(model, ["A", "B"], [], ["A", "B"]);
        var expected = new Trees(model.Nodes[1]);

        for (var row = 0; row < 200; row++)
        {
            float[] features = [(float)random.NextDouble() * 1.2f, (float)random.NextDouble() * 1.2f];
            double[] values = [.. Enumerable.Range(0, 4).Select(players => expected.Expectation(features, players))];
            var shares = new double[2];
            var score = attribution.Divide(features, [], 0, shares);
            Assert.Equal((values[1] - values[0] + values[3] - values[2]) / 2, shares[0], 1e-12);
            Assert.Equal((values[2] - values[0] + values[3] - values[1]) / 2, shares[1], 1e-12);
            Assert.Equal(values[3], score, 1e-12);
        }
    }

    [Fact]
    public void A_row_is_explained_without_an_allocation()
    {
        var explained = new Explained(RefereeModel.Create(ml, "multiclass"), "multiclass", RefereeData.View(ml, "mixed", 600, seed: 1));
        var rows = RefereeData.Rows("mixed", 100, seed: 3).Select(row => (Numbers: new[] { row.A, row.B, row.C, row.D }, Texts: new[] { row.Kind })).ToArray();
        var shares = new double[5];
        void Explain()
        {
            foreach (var (numbers, texts) in rows)
                explained.Attribution.Divide(numbers, texts, 1, shares);
        }
        Explain();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Explain();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    static double Shapley(double[] values, int player)
    {
        double[] factorials = [1, 1, 2, 6, 24, 120];
        var sum = 0.0;
        for (var players = 0; players < 32; players++)
            if ((players >> player & 1) == 0 && BitOperations.PopCount((uint)players) is var count)
                sum += factorials[count] * factorials[4 - count] / factorials[5] * (values[players | 1 << player] - values[players]);
        return sum;
    }

    /// <summary>Trees as the file has them, asked with some of the columns known.</summary>
    sealed class Trees(OnnxNode node)
    {
        readonly long[] _trees = node.Ints("nodes_treeids"), _ids = node.Ints("nodes_nodeids"), _features = node.Ints("nodes_featureids");
        readonly long[] _true = node.Ints("nodes_truenodeids"), _false = node.Ints("nodes_falsenodeids"), _missing = node.Ints("nodes_missing_value_tracks_true");
        readonly float[] _thresholds = node.Floats("nodes_values"), _covers = node.Floats("nodes_hitrates");
        readonly string[] _modes = node.Texts("nodes_modes");
        readonly Dictionary<(long, long), float> _weights = node.Ints("target_treeids").Zip(node.Ints("target_nodeids")).Zip(node.Floats("target_weights")).ToDictionary(leaf => leaf.First, leaf => leaf.Second);

        readonly Dictionary<(long, long), int> _places = node.Ints("nodes_treeids").Zip(node.Ints("nodes_nodeids")).Index().ToDictionary(place => place.Item, place => place.Index);

        public double Expectation(float[] features, int players) => _trees.Distinct().Sum(tree => Expectation(Array.IndexOf(_trees, tree), features, players));

        double Expectation(int place, float[] features, int players)
        {
            if (_modes[place] == "LEAF")
                return _weights[(_trees[place], _ids[place])];
            var (first, second) = (Find(place, _true[place]), Find(place, _false[place]));
            var player = (int)Math.Min(_features[place], 4);
            if ((players >> player & 1) != 0)
                return Expectation(Holds(place, features[_features[place]]) ? first : second, features, players);
            Assert.Equal(_covers[place], _covers[first] + _covers[second]);
            return _covers[place] == 0 ? 0 : (_covers[first] * Expectation(first, features, players) + _covers[second] * Expectation(second, features, players)) / _covers[place];
        }

        bool Holds(int place, float value) => float.IsNaN(value) ? _missing[place] != 0
            : _modes[place] == "BRANCH_LEQ" ? value <= _thresholds[place] : value > _thresholds[place];

        int Find(int parent, long id) => _places[(_trees[parent], id)];
    }
}
