using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kiln.Onnx.Explanations;

/// <summary>
/// Shapley values of trees. The game is that of path-dependent TreeSHAP (Lundberg et al., Nature Machine Intelligence 2, 2020): where a player takes part,
/// a branch goes the row's way, else both ways, by the training rows' shares. A player's value is the integral along the diagonal of
/// the derivative of the game's multilinear extension (Owen, Management Science 18, 1972): each player takes part with the probability t. Along a path
/// that is a polynomial in t, so a few points give it without an error, in two passes over each tree and without a division by what may be 0.
/// </summary>
sealed class ShapleyForest
{
    readonly Branch[] _branches;
    readonly double[] _leaves;
    readonly BranchedTree[] _trees;
    readonly (Vector256<double> Points, Vector256<double> Weights)[][] _points;

    /// <summary>For each branch that asks a player again, and each block of its tree: 1 by the share of the sides before, where the row is on them.</summary>
    readonly Vector256<double>[] _inverses;
    readonly int[] _firstInverses;

    public ShapleyForest(BranchReader reader)
    {
        (_branches, _leaves, _trees) = ([.. reader.Branches], [.. reader.Leaves], [.. reader.Trees]);
        Largest = _trees.Select(tree => tree.End - tree.First).DefaultIfEmpty().Max();
        _points = new (Vector256<double>, Vector256<double>)[_trees.Select(tree => tree.Blocks).DefaultIfEmpty().Max() + 1][];
        foreach (var blocks in _trees.Select(tree => tree.Blocks).Distinct())
            _points[blocks] = Quadrature.Create(blocks);
        (_inverses, _firstInverses) = Invert();
    }

    /// <summary>How many branches the largest tree has.</summary>
    public int Largest { get; }

    /// <summary>Adds what each player contributes to the sum of the leaves, spread over four numbers of which it is the sum.</summary>
    /// <param name="codes">Each source's code.</param>
    /// <param name="answers">The words of <see cref="AnswerTable"/>.</param>
    /// <param name="values">The players' numbers.</param>
    /// <param name="scratch">Three for each branch of the largest tree.</param>
    /// <param name="sides">Two for each branch of the largest tree.</param>
    public void Add(ReadOnlySpan<int> codes, ReadOnlySpan<uint> answers, Span<Vector256<double>> values, Span<Vector256<double>> scratch, Span<int> sides)
    {
        for (var i = 0; i < _trees.Length; i++)
        {
            ref readonly var tree = ref _trees[i];
            var branches = _branches.AsSpan(tree.First, tree.End - tree.First);
            var points = _points[tree.Blocks];
            var inverses = _inverses.AsSpan(_firstInverses[i], _firstInverses[i + 1] - _firstInverses[i]);
            for (var block = 0; block < points.Length; block++)
            {
                inverses = inverses[Descend(branches, points[block].Points, points[block].Weights, codes, answers, inverses, scratch, sides)..];
                Ascend(branches, scratch, values);
            }
        }
    }

    /// <summary>Tree by tree, block by block, in the order in which they are asked for.</summary>
    (Vector256<double>[] Inverses, int[] First) Invert()
    {
        List<Vector256<double>> inverses = [];
        List<int> first = [0];
        foreach (var tree in _trees)
        {
            foreach (var (points, _) in _points[tree.Blocks])
                for (var i = tree.First; i < tree.End; i++)
                    if (_branches[i].Earlier >= 0)
                        inverses.Add(Vector256<double>.One / (points * (1 - _branches[i].EarlierShare) + Vector256.Create(_branches[i].EarlierShare)));
            first.Add(inverses.Count);
        }
        return ([.. inverses], [.. first]);
    }

    /// <summary>
    /// From the root to the leaves: of each branch the weight that comes to it, which share of it goes to the first side, and how that changes what comes to
    /// the sides when the player's part does.
    /// </summary>
    /// <returns>How many branches ask a player again.</returns>
    static int Descend(
        ReadOnlySpan<Branch> branches, Vector256<double> t, Vector256<double> weights, ReadOnlySpan<int> codes, ReadOnlySpan<uint> answers,
        ReadOnlySpan<Vector256<double>> inverses, Span<Vector256<double>> scratch, Span<int> sides)
    {
        ref var branch = ref MemoryMarshal.GetReference(branches);
        ref var inverse = ref MemoryMarshal.GetReference(inverses);
        nint again = 0;
        ref var code = ref MemoryMarshal.GetReference(codes);
        ref var word = ref MemoryMarshal.GetReference(answers);
        ref var part = ref MemoryMarshal.GetReference(scratch);
        ref var side = ref MemoryMarshal.GetReference(sides);
        part = weights;
        for (nint i = 0; i < branches.Length; i++, branch = ref Unsafe.Add(ref branch, 1))
        {
            var own = Unsafe.Add(ref code, branch.Source);
            var taken = (int)(Unsafe.Add(ref word, branch.Answers + (own >> 5)) >> own & 1);
            var (first, second) = (taken, 1 - taken);
            ref var place = ref Unsafe.Add(ref part, i * 3);
            var coming = place;
            Vector256<double> share, change;
            if (branch.Earlier < 0)
            {
                var step = taken - branch.Share;
                share = t * step + Vector256.Create(branch.Share);
                change = coming * step;
            }
            else if (Unsafe.Add(ref side, branch.Earlier) == 0)
            {
                // The row is elsewhere by what the player said before, and what it says now changes nothing.
                (share, change) = (Vector256.Create(branch.Share), Vector256<double>.Zero);
                (first, second) = (0, 0);
                again++;
            }
            else
            {
                var both = branch.EarlierShare * branch.Share;
                var (earlierStep, step) = (1 - branch.EarlierShare, taken - both);
                var by = Unsafe.Add(ref inverse, again++);
                share = (t * step + Vector256.Create(both)) * by;
                change = coming * (Vector256.Create(step) - share * earlierStep) * by;
            }
            Unsafe.Add(ref side, i * 2) = first;
            Unsafe.Add(ref side, i * 2 + 1) = second;
            Unsafe.Add(ref place, 1) = share;
            Unsafe.Add(ref place, 2) = change;
            var going = coming * share;
            if (branch.First >= 0)
                Unsafe.Add(ref part, branch.First * 3) = going;
            if (branch.Second >= 0)
                Unsafe.Add(ref part, branch.Second * 3) = coming - going;
        }
        return (int)again;
    }

    /// <summary>From the leaves to the root: what each branch adds on average of its sides, in the place of what came to it.</summary>
    void Ascend(ReadOnlySpan<Branch> branches, Span<Vector256<double>> scratch, Span<Vector256<double>> values)
    {
        ref var part = ref MemoryMarshal.GetReference(scratch);
        ref var leaf = ref MemoryMarshal.GetArrayDataReference(_leaves);
        ref var value = ref MemoryMarshal.GetReference(values);
        for (nint i = branches.Length - 1; i >= 0; i--)
        {
            ref readonly var branch = ref Unsafe.Add(ref MemoryMarshal.GetReference(branches), i);
            var first = branch.First >= 0 ? Unsafe.Add(ref part, branch.First * 3) : Vector256.Create(Unsafe.Add(ref leaf, ~branch.First));
            var second = branch.Second >= 0 ? Unsafe.Add(ref part, branch.Second * 3) : Vector256.Create(Unsafe.Add(ref leaf, ~branch.Second));
            var difference = first - second;
            ref var place = ref Unsafe.Add(ref part, i * 3);
            place = second + Unsafe.Add(ref place, 1) * difference;
            Unsafe.Add(ref value, branch.Player) += Unsafe.Add(ref place, 2) * difference;
        }
    }
}
