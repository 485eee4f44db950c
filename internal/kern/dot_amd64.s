#include "textflag.h"

// func dot4AVX2(w, x *int16, stride, k int, out *[4]int32)
//
// Inner products of the k numbers at w with those at x, x+stride, x+2*stride
// and x+3*stride; stride in bytes, k a multiple of 16.
TEXT ·dot4AVX2(SB), NOSPLIT, $0-40
	MOVQ w+0(FP), SI
	MOVQ x+8(FP), DI
	MOVQ stride+16(FP), DX
	MOVQ k+24(FP), CX
	MOVQ out+32(FP), R8
	LEAQ (DI)(DX*1), R9
	LEAQ (DI)(DX*2), R10
	LEAQ (R9)(DX*2), R11
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	XORQ AX, AX

loop:
	VMOVDQU (SI)(AX*2), Y4
	VPMADDWD (DI)(AX*2), Y4, Y5
	VPMADDWD (R9)(AX*2), Y4, Y6
	VPMADDWD (R10)(AX*2), Y4, Y7
	VPMADDWD (R11)(AX*2), Y4, Y8
	VPADDD Y5, Y0, Y0
	VPADDD Y6, Y1, Y1
	VPADDD Y7, Y2, Y2
	VPADDD Y8, Y3, Y3
	ADDQ $16, AX
	CMPQ AX, CX
	JLT loop

	VPHADDD Y1, Y0, Y0
	VPHADDD Y3, Y2, Y2
	VPHADDD Y2, Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VPADDD X1, X0, X0
	VMOVDQU X0, (R8)
	VZEROUPPER
	RET

// func cpuid(leaf, sub uint32) (a, b, c, d uint32)
TEXT ·cpuid(SB), NOSPLIT, $0-24
	MOVL leaf+0(FP), AX
	MOVL sub+4(FP), CX
	CPUID
	MOVL AX, a+8(FP)
	MOVL BX, b+12(FP)
	MOVL CX, c+16(FP)
	MOVL DX, d+20(FP)
	RET

// func xgetbv() uint32
TEXT ·xgetbv(SB), NOSPLIT, $0-4
	XORL CX, CX
	XGETBV
	MOVL AX, ret+0(FP)
	RET

// One step of a row of x, at (R), times the four rows of w in Y16 to Y19.
#define STEP(R, A, B, C, D) \
	VMOVDQU16 (R)(AX*2), Y20; \
	VPDPWSSD Y20, Y16, A; \
	VPDPWSSD Y20, Y17, B; \
	VPDPWSSD Y20, Y18, C; \
	VPDPWSSD Y20, Y19, D

// The four sums of one row of x, with bias, rounded to activations, to (R).
#define FINISH(A, XA, B, C, D, XD, R) \
	VPHADDD B, A, A; \
	VPHADDD D, C, C; \
	VPHADDD C, A, A; \
	VEXTRACTI128 $1, A, XD; \
	VPADDD XD, XA, XA; \
	VPADDD X21, XA, XA; \
	VPSRAD $11, XA, XA; \
	VPACKSSDW XA, XA, XA; \
	VPMAXSW X22, XA, XA; \
	VMOVQ XA, (R)(BX*2)

// func dense4VNNI(a *denseArgs)
//
// The outputs of a layer for four rows of x; the fields of a are 8 bytes each:
// w, x, stride of x in bytes, k (a multiple of 16), rows of w (of 4), bias, y,
// stride of y in bytes, floor.
TEXT ·dense4VNNI(SB), NOSPLIT, $0-8
	MOVQ a+0(FP), DX
	MOVQ 0(DX), SI
	MOVQ 8(DX), DI
	MOVQ 16(DX), R9
	LEAQ (DI)(R9*2), R10
	LEAQ (R10)(R9*1), R11
	ADDQ DI, R9
	MOVQ 24(DX), CX
	MOVQ 40(DX), R8
	MOVQ 48(DX), R12
	XORQ BX, BX
	MOVQ 64(DX), AX
	VPBROADCASTW AX, X22
	MOVL $1024, AX
	VPBROADCASTD AX, X23

rows:
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	VPXOR Y4, Y4, Y4
	VPXOR Y5, Y5, Y5
	VPXOR Y6, Y6, Y6
	VPXOR Y7, Y7, Y7
	VPXOR Y8, Y8, Y8
	VPXOR Y9, Y9, Y9
	VPXOR Y10, Y10, Y10
	VPXOR Y11, Y11, Y11
	VPXOR Y12, Y12, Y12
	VPXOR Y13, Y13, Y13
	VPXOR Y14, Y14, Y14
	VPXOR Y15, Y15, Y15
	LEAQ (SI)(CX*2), R13
	LEAQ (R13)(CX*2), R14
	LEAQ (R14)(CX*2), R15
	XORQ AX, AX

step:
	VMOVDQU16 (SI)(AX*2), Y16
	VMOVDQU16 (R13)(AX*2), Y17
	VMOVDQU16 (R14)(AX*2), Y18
	VMOVDQU16 (R15)(AX*2), Y19
	STEP(DI, Y0, Y1, Y2, Y3)
	STEP(R9, Y4, Y5, Y6, Y7)
	STEP(R10, Y8, Y9, Y10, Y11)
	STEP(R11, Y12, Y13, Y14, Y15)
	ADDQ $16, AX
	CMPQ AX, CX
	JLT step

	VPADDD (R8)(BX*4), X23, X21
	MOVQ 56(DX), R13
	LEAQ (R12)(R13*1), R14
	FINISH(Y0, X0, Y1, Y2, Y3, X3, R12)
	FINISH(Y4, X4, Y5, Y6, Y7, X7, R14)
	ADDQ R13, R14
	FINISH(Y8, X8, Y9, Y10, Y11, X11, R14)
	ADDQ R13, R14
	FINISH(Y12, X12, Y13, Y14, Y15, X15, R14)
	LEAQ (R15)(CX*2), SI
	ADDQ $4, BX
	CMPQ BX, 32(DX)
	JLT rows
	VZEROUPPER
	RET

// func addAVX2(m, x *int16, n int)
//
// Adds the n numbers at x to those at m within 16 bits; n a multiple of 16.
TEXT ·addAVX2(SB), NOSPLIT, $0-24
	MOVQ m+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ n+16(FP), CX
	XORQ AX, AX

add:
	VMOVDQU (DI)(AX*2), Y0
	VPADDSW (SI)(AX*2), Y0, Y0
	VMOVDQU Y0, (DI)(AX*2)
	ADDQ $16, AX
	CMPQ AX, CX
	JLT add
	VZEROUPPER
	RET

// func addRowsAVX2(sum *int32, weights *int16, rows *int32, n, cols int)
//
// Adds n rows of weights, cols numbers each (a multiple of 16), to sum; n is at
// least 1.
TEXT ·addRowsAVX2(SB), NOSPLIT, $0-40
	MOVQ sum+0(FP), DI
	MOVQ weights+8(FP), SI
	MOVQ rows+16(FP), R8
	MOVQ n+24(FP), CX
	MOVQ cols+32(FP), DX
	MOVQ DX, R10
	ADDQ R10, R10

chunk:
	VMOVDQU (DI), Y0
	VMOVDQU 32(DI), Y1
	XORQ BX, BX

row:
	MOVLQSX (R8)(BX*4), AX
	IMULQ R10, AX
	VPMOVSXWD (SI)(AX*1), Y2
	VPMOVSXWD 16(SI)(AX*1), Y3
	VPADDD Y2, Y0, Y0
	VPADDD Y3, Y1, Y1
	INCQ BX
	CMPQ BX, CX
	JLT row

	VMOVDQU Y0, (DI)
	VMOVDQU Y1, 32(DI)
	ADDQ $64, DI
	ADDQ $32, SI
	SUBQ $16, DX
	JGT chunk
	VZEROUPPER
	RET
